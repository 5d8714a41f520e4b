#pragma once
// settle: what the cells of one row must say together (src/read/README.md#rows), once for each log.
//
// Rules stand on the row as it was read, and tell a Listener what they find. Two engines read rows:
//
//   engine              listener          what a finding does
//   read_row            CellListener      is reported with its place; an error costs the row
//   RegularReader       RejectingListener the row is rejected, and read again by read_row
//
// So a rule never asks which engine reads, and only read_row words what is wrong. A Listener has
//
//   failed(column)  the cell could not be read, and that is said already: its member is blank
//   text(column)    the cell's text, empty when it is blank
//   ok()            nothing was found that costs the row
//   report(say)     a finding; `say(cells)` words it, which only CellListener calls
//
// What takes two rows is the check floor's.

#include <string>
#include <vector>

#include "euproj/core/nip.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/model/people.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/cells.hpp"
#include "read/words/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {

/// A row as it is read, before its rules: the row itself, but for those that need more of their
/// cells.
template <typename Row>
struct RowAsRead : Row {};
template <>
struct RowAsRead<ParticipantRow> : ParticipantRow {
  Pesel read_pesel;
};

/// Given, or read from the PESEL; both must agree.
template <typename Listener>
void settle_sex(RowAsRead<ParticipantRow>& row, Listener& listener) {
  constexpr Column column = Column::participants_sex;
  static_assert(static_cast<Code>(Sex::woman) == code_woman &&
                static_cast<Code>(Sex::man) == code_man);
  std::uint8_t& sex = row.attributes.closed(Attribute::sex);
  const auto of_pesel = static_cast<std::uint8_t>(row.read_pesel.sex);
  if (sex != no_code && of_pesel != no_code && sex != of_pesel) {
    listener.report([&](RowCells& cells) { cells.report(Kind::sex_contradicts_pesel, column); });
  }
  if (sex == no_code) sex = of_pesel;
  if (sex == no_code && !listener.failed(column) && !listener.failed(Column::participants_pesel)) {
    listener.report([&](RowCells& cells) { cells.report(Kind::sex_missing, column); });
  }
}

/// Given, or read from the PESEL; both must agree, and nobody enters before birth or beyond a life.
template <typename Listener>
void settle_birth_date(RowAsRead<ParticipantRow>& row, Listener& listener) {
  constexpr int oldest_age = 120;
  Column source = Column::participants_birth_date;
  const Date of_pesel = row.read_pesel.born;
  if (row.born.known() && of_pesel.known() && row.born != of_pesel) {
    listener.report(
        [&](RowCells& cells) { cells.report(Kind::birth_date_contradicts_pesel, source); });
  }
  if (!row.born.known() && !listener.failed(source)) {
    if (of_pesel.known()) {
      source = Column::participants_pesel;
      row.born = of_pesel;
    } else if (!listener.failed(Column::participants_pesel)) {
      listener.report([&](RowCells& cells) { cells.report(Kind::birth_date_missing, source); });
    }
  }
  if (!row.born.known() || !row.entry.known()) return;
  if (row.born > row.entry) {
    listener.report(
        [&](RowCells& cells) { cells.report(Kind::born_after_entry, source, {row.entry.iso()}); });
  } else if (completed_years(row.born, row.entry) > oldest_age) {
    listener.report([&](RowCells& cells) {
      cells.report(Kind::born_too_early, source, {row.entry.iso(), std::to_string(oldest_age)});
    });
  }
}

template <typename Listener>
void settle(RowAsRead<ParticipantRow>& row, Listener& listener) {
  const std::string_view person_id = listener.text(Column::participants_person_id);
  if (looks_like_pesel(person_id)) {
    listener.report([&](RowCells& cells) {
      cells.report(Kind::person_id_is_pesel, Column::participants_person_id,
                   {shown_person_id(person_id, row.origin)});
    });
  }
  if (identifies_nobody(listener.text(Column::participants_other_id))) {
    listener.report([](RowCells& cells) { cells.report_filler(Column::participants_other_id); });
    row.other_id = no_code;
  }
  row.pesel = row.read_pesel.number;
  settle_sex(row, listener);
  settle_birth_date(row, listener);
}

template <typename Listener>
void settle(RowAsRead<SupportRow>& row, Listener& listener) {
  if (row.date_to.known() && row.date.known() && row.date_to < row.date) {
    listener.report([&](RowCells& cells) {
      cells.report(Kind::ends_before_start, Column::support_date_to,
                   {row.date_to.iso(), row.date.iso()});
    });
  }
  const bool has_person = !listener.text(Column::support_person_id).empty();
  if (has_person && row.headcount > 0) {
    listener.report([&](RowCells& cells) {
      cells.report_row(Kind::person_and_headcount, {std::to_string(row.headcount)});
    });
  } else if (!has_person && row.headcount == 0 && !listener.failed(Column::support_headcount)) {
    listener.report([&](RowCells& cells) { cells.report_row(Kind::no_person_no_headcount); });
  }
  if (row.hours < Quantity()) {
    listener.report([&](RowCells& cells) {
      cells.report(Kind::negative_hours, Column::support_hours, {row.hours.text()});
    });
  }
}

template <typename Listener>
void settle(RowAsRead<OutcomeRow>&, Listener&) {}

template <typename Listener>
void settle(RowAsRead<PlaceRow>& row, Listener& listener) {
  if (row.from.known() && row.to.known() && row.to < row.from) {
    listener.report([&](RowCells& cells) {
      cells.report(Kind::ends_before_start, Column::places_to, {row.to.iso(), row.from.iso()});
    });
  }
}

/// A value need not be given when both sexes are; when all are, it covers them.
template <typename Listener>
void settle(RowAsRead<MeasurementRow>& row, Listener& listener) {
  const auto is_blank = [&](const std::optional<Quantity>& value, Column column) {
    return !value && !listener.failed(column);
  };
  const bool value_blank = is_blank(row.value, Column::measurements_value);
  if (value_blank && (is_blank(row.women, Column::measurements_women) ||
                      is_blank(row.men, Column::measurements_men))) {
    listener.report([&](RowCells& cells) { cells.report_row(Kind::no_measured_value); });
  }
  if (!row.women || !row.men) return;
  const Quantity both = *row.women + *row.men;
  if (value_blank) row.value = both;
  if (!row.value || *row.value == both) return;
  listener.report([&](RowCells& cells) {
    cells.report(*row.value < both ? Kind::value_below_sexes : Kind::value_above_sexes,
                 Column::measurements_value, {row.value->text(), both.text()});
  });
}

/// Corrections are negative on both sides, so sizes are compared.
inline bool exceeds(Money a, Money b) {
  const auto size = [](Money m) { return m.is_negative() ? -m.minor_units() : m.minor_units(); };
  return size(a) > size(b);
}

template <typename Listener>
void settle(RowAsRead<ExpenditureRow>& row, Listener& listener) {
  if (listener.failed(Column::expenditures_eligible)) return;
  if (row.grant && exceeds(*row.grant, row.eligible)) {
    listener.report([&](RowCells& cells) {
      cells.report(Kind::grant_above_eligible, Column::expenditures_grant,
                   {(*row.grant).text(), row.eligible.text()});
    });
  }
  // Of a correction it is said with the corrected document.
  const bool corrects = !listener.text(Column::expenditures_corrects).empty();
  if (!corrects && row.gross && row.eligible > *row.gross && *row.gross > Money()) {
    listener.report([&](RowCells& cells) {
      cells.report(Kind::eligible_above_gross, Column::expenditures_eligible,
                   {row.eligible.text(), (*row.gross).text()});
    });
  }
}

/// A lump sum is declared in a claim, or on a day of its own.
template <typename Listener>
void settle(RowAsRead<SettlementRow>& row, Listener& listener) {
  const bool has_day = row.claim != no_code || row.date.known();
  if (has_day || listener.failed(Column::settlements_claim) ||
      listener.failed(Column::settlements_date)) {
    return;
  }
  listener.report([](RowCells& cells) { cells.report_row(Kind::settlement_without_day); });
}

template <typename Listener>
void settle(RowAsRead<AliasRow>& row, Listener& listener) {
  const IdentityNumber& a = row.identity;
  const IdentityNumber& b = row.same_as;
  const bool are_same = a.other_id == b.other_id || (a.pesel != 0 && a.pesel == b.pesel);
  if (!are_same || !listener.ok()) return;
  listener.report([&](RowCells& cells) {
    cells.report(Kind::alias_same, Column::aliases_same_as,
                 {std::string(column_info(Column::aliases_identity).name)});
  });
}

/// Women and men make the total, where both are given.
template <typename Listener>
void settle(RowAsRead<DeclaredRow>& row, Listener& listener) {
  if (!row.total || !row.women || !row.men) return;
  const Quantity both = *row.women + *row.men;
  if (*row.total == both) return;
  listener.report([&](RowCells& cells) {
    cells.report(Kind::declared_sum, Column::declared_total, {row.total->text(), both.text()});
  });
}

/// The code is one of the registry; what people wrote is shown, so a PESEL in it is not kept.
template <typename Listener>
void settle(RowAsRead<WaiverRow>& row, Listener& listener) {
  for (std::string* const text : {&row.reason, &row.by}) *text = without_pesel(*text);
  if (row.code.empty() || kind_of_code(row.code)) return;
  listener.report([&](RowCells& cells) {
    std::vector<std::string_view> codes;
    for (std::size_t at = 0; at < kind_count(); ++at) codes.push_back(kind_info(AnyKind(at)).code);
    cells.report(Kind::waiver_unknown_code, Column::waivers_code,
                 {shown(row.code), nearest_shown(row.code, codes)});
  });
}

/// Something must name the entity; a word that says that there is no NIP does not.
template <typename Listener>
void settle(RowAsRead<EntityRow>& row, Listener& listener) {
  if (nip_key(listener.text(Column::entities_nip)).empty()) row.nip = no_code;
  if (identifies_nobody(listener.text(Column::entities_other_id))) row.other_id = no_code;
  const bool is_named = row.nip != no_code || row.other_id != no_code;
  if (is_named || listener.failed(Column::entities_nip)) return;
  listener.report([&](RowCells& cells) { cells.report_row(Kind::entity_without_id); });
}

}  // namespace euproj
