#pragma once
// The logs of a project as rows of numbers, and the tables of the words they use.
//
// A row keeps codes (see Interner), days, whole numbers and where it stood; no text. Blank cells
// are no_code, an unknown Date or an empty optional: absent is never zero. Which column of the log
// is which member, and whose codes they are, says columns.def.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/model/codes.hpp"
#include "euproj/model/columns.hpp"
#include "euproj/model/data_file.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/store/packed_rows.hpp"

namespace euproj {

struct Origin {
  std::uint32_t line = 0;  // of the row's first line
  FileId file = no_file;

  /// In file order, files in the order read.
  friend bool operator<(const Origin& a, const Origin& b) {
    return a.file != b.file ? a.file < b.file : a.line < b.line;
  }
};

/// One participation: a row of `participants`.
struct ParticipantRow {
  static constexpr LogKind log = LogKind::participants;

  Code person_id = no_code;
  Code other_id = no_code;
  std::uint64_t pesel = 0;  // 0: none
  Date born;                // given, or read from the PESEL
  Date entry;
  Date exit;
  Code household = no_code;
  Code partner = no_code;  // who takes care of the person, in a project of several
  Origin origin;
  AttributeCodes attributes;
  Answer completed = Answer::blank;
  bool born_of_age = false;        // `born` is reckoned from the age that was declared on `entry`
  std::uint32_t technical_id = 0;  // of a central system's file: one number for one id; 0: none

  [[nodiscard]] Code attribute(Attribute which) const { return attributes[which]; }
};

struct SupportRow {
  static constexpr LogKind log = LogKind::support;

  Date date;
  Date date_to;              // unknown: the same day
  Code person_id = no_code;  // no_code: people who are not participants, see headcount
  Code form = no_code;
  Code session = no_code;
  Code provider = no_code;
  Code partner = no_code;
  std::uint32_t headcount = 0;  // 0 with a person_id
  Quantity hours;
  Origin origin;

  template <typename Self, typename Visit>
  [[gnu::always_inline]] static constexpr void fields(Self& row, Visit visit) {
    for_each_member<log>(row, visit);
    visit(row.origin.line), visit(row.origin.file);
  }
};

struct OutcomeRow {
  static constexpr LogKind log = LogKind::outcomes;

  Code person_id = no_code;
  Code outcome = no_code;
  Date date;
  Code evidence = no_code;  // what proves it: a certificate, a register
  Code partner = no_code;
  Origin origin;

  template <typename Self, typename Visit>
  [[gnu::always_inline]] static constexpr void fields(Self& row, Visit visit) {
    for_each_member<log>(row, visit);
    visit(row.origin.line), visit(row.origin.file);
  }
};

struct PlaceRow {
  static constexpr LogKind log = LogKind::places;

  Code place = no_code;
  PlaceKind kind{};
  Date from;
  Date to;  // unknown: still there
  std::int64_t capacity = 1;
  std::string name;
  Code evidence = no_code;  // what proves it
  Origin origin;
};

struct MeasurementRow {
  static constexpr LogKind log = LogKind::measurements;

  std::size_t indicator = 0;  // position in Project::indicators
  Date date;
  std::optional<Quantity> value;
  std::optional<Quantity> women;
  std::optional<Quantity> men;
  Origin origin;
};

struct ExpenditureRow {
  static constexpr LogKind log = LogKind::expenditures;

  Code document = no_code;
  Code book = no_code;  // its number in the accounts
  Code issuer = no_code;
  Code claim = no_code;
  Code task = no_code;
  Code category = no_code;
  Code corrects = no_code;  // a code of Codes::documents
  Code partner = no_code;
  Code source = no_code;  // who pays what is not grant, where the log says so
  Code description = no_code;
  Code evidence = no_code;  // of payment; a code of Codes::descriptions
  Date issued;
  Date paid;
  Money eligible;
  MaybeMoney grant;
  MaybeMoney gross;
  MaybeMoney net;
  MaybeMoney vat;
  Origin origin;

  template <typename Self, typename Visit>
  [[gnu::always_inline]] static constexpr void fields(Self& row, Visit visit) {
    for_each_member<log>(row, visit);
    visit(row.origin.line), visit(row.origin.file);
  }
};

/// An identity number as the logs write it: of a participant's pesel, or of other_id.
struct IdentityNumber {
  std::uint64_t pesel = 0;  // 0: the text is no PESEL
  Code other_id = no_code;  // the text, in either case: an other_id may look like a PESEL
};

/// Two identity numbers of one person: a foreigner who received a PESEL. Only a row says so.
struct AliasRow {
  static constexpr LogKind log = LogKind::aliases;

  IdentityNumber identity;
  IdentityNumber same_as;
  Origin origin;
};

/// An entity that was supported: a firm, an office, an association. See group_entities.
struct EntityRow {
  static constexpr LogKind log = LogKind::entities;

  Code nip = no_code;  // of Codes::issuers, as written; no_code where it says that there is none
  Code other_id = no_code;  // of Codes::entity_ids
  Date date;
  std::string name;
  EntityKind kind{};
  EntitySize size{};
  Code partner = no_code;
  Origin origin;
};

/// What a claim says of an indicator, as it was sent to the authority.
struct DeclaredRow {
  static constexpr LogKind log = LogKind::declared;

  Code claim = no_code;       // of Codes::claims: position in Project::claims + 1
  std::size_t indicator = 0;  // position in Project::indicators
  std::optional<Quantity> total;
  std::optional<Quantity> women;
  std::optional<Quantity> men;
  Origin origin;
};

/// That the requirements of a lump sum are met, with the claim in which it is asked for.
struct SettlementRow {
  static constexpr LogKind log = LogKind::settlements;

  Code lump_sum = no_code;
  Code claim = no_code;
  Date date;  // without a claim
  Code evidence = no_code;
  Origin origin;
};

/// That a warning is accepted: whose, why, by whom and how long.
struct WaiverRow {
  static constexpr LogKind log = LogKind::waivers;

  std::string code;
  std::string subject;  // empty: any
  std::string reason;
  std::string by;
  Date until;  // the last day on which it holds
  Origin origin;
};

/// One input file of a run: provenance, and where its columns stand.
struct LogFile {
  LogKind kind{};
  std::size_t entry = 0;  // position in Project::data: what is declared about its form
  FileId file = no_file;
  std::string sha256;
  std::uint64_t bytes = 0;
  bool is_utf8 = false;  // all its bytes; of a text whose encoding is not declared as another
  std::uint64_t rows = 0;
  std::vector<std::uint16_t> cells;  // by Column: 1-based cell, 0: the file has no such column
  std::vector<Skipped> skipped;      // in order of lines
};

/// Where the rows of all logs end, to forget those that come later.
struct LogsMark {
  std::vector<std::size_t> rows;  // of each table
  std::unordered_set<Code> persons_left_out;
  std::unordered_set<Code> documents_left_out;
  std::array<bool, log_kind_count> unread{};
};

struct Logs {
  std::vector<ParticipantRow> participants;
  PackedRows<SupportRow> support;
  PackedRows<OutcomeRow> outcomes;
  std::vector<PlaceRow> places;
  std::vector<MeasurementRow> measurements;
  PackedRows<ExpenditureRow> expenditures;
  std::vector<AliasRow> aliases;
  std::vector<EntityRow> entities;
  std::vector<DeclaredRow> declarations;
  std::vector<SettlementRow> settlements;
  std::vector<WaiverRow> waivers;
  std::vector<LogFile> files;                   // in the order read, which is that of their numbers
  std::array<bool, log_kind_count> declared{};  // by LogKind: the definition names this log

  // What rows with errors name. Such rows are left out, and checks across rows must not take what
  // they say for missing: that would invent findings.
  std::unordered_set<Code> persons_left_out;
  std::unordered_set<Code> documents_left_out;
  std::array<bool, log_kind_count> unread{};  // by LogKind: rows whose content is not known

  [[nodiscard]] bool has(LogKind kind) const { return declared[static_cast<std::size_t>(kind)]; }
  /// Whether participants, support or outcomes name partners.
  [[nodiscard]] bool name_partners() const;
  /// Whatever is not in this log may stand in a part of it that could not be read.
  [[nodiscard]] bool is_partly_unread(LogKind kind) const {
    return unread[static_cast<std::size_t>(kind)];
  }
  /// Something of this file could not be read; a central system's file is of persons and support.
  void set_unread(const DataFile& file);
  /// The file of a row; null where there is none, as in tests.
  [[nodiscard]] const LogFile* file_of(Origin origin) const;
  /// The place of a cell of a row, for findings; the byte column is looked up when printed.
  [[nodiscard]] Place place(Origin origin, Column column) const;
  [[nodiscard]] LogsMark mark() const;
  void cut_to(const LogsMark& mark);
};

/// Rows that were read beside others, with the codes of a table of their own.
struct LogsPart {
  Logs logs;  // of which neither files nor declared are looked at
  CodeTables<CodeRemap> remaps;
};

/// Behind the rows of `logs` those of the parts, in their order. The parts' rows are used up.
void append(Logs& logs, std::span<LogsPart> parts, std::size_t threads);

/// Of `threads`: one where passes over the rows take less than a thread does to begin.
[[nodiscard]] std::size_t useful_threads(const Logs& logs, std::size_t threads);

}  // namespace euproj
