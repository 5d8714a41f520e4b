#include "euproj/base/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "euproj/base/kinds.hpp"
#include "euproj/base/texts.hpp"

namespace euproj {
namespace {

// A plain array: clang 14 cannot deduce a std::array of more than 256 elements.
constexpr KindInfo kinds[] = {
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) \
  {#name, code, Severity::severity, {pl, en}, {help_pl, help_en}},
#include "euproj/base/kinds.def"
#undef EUPROJ_KIND
};

auto order_of(const Diagnostic& d) {
  return std::tie(d.place.file, d.place.line, d.place.column, d.place.cell, d.kind, d.arguments);
}

}  // namespace

const KindInfo& kind_info(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::size_t kind_count() { return std::size(kinds); }

std::string Diagnostic::message(Language language) const {
  return fill(kind_info(kind).message.in(language), arguments);
}

std::string Diagnostic::help(Language language) const {
  return fill(kind_info(kind).help.in(language), arguments);
}

std::string located_message(const Diagnostic& diagnostic, const SourceSet& sources,
                            Language language) {
  std::string message = diagnostic.message(language);
  const Place& place = diagnostic.place;
  if (place.file == no_file || place.line == 0) return message;
  const std::string& sheet = sources.file(place.file).sheet;
  if (sheet.empty()) return message;
  const bool is_cell = place.column > 0;
  const std::string where =
      is_cell ? cell_name(place.line, place.column) : std::to_string(place.line);
  return message + " " +
         fill(text(is_cell ? Text::in_sheet_cell : Text::in_sheet_row, language), {sheet, where});
}

void Diagnostics::report(Kind kind, Place place, std::vector<std::string> arguments) {
  Severity severity = kind_info(kind).severity;
  if (severity == Severity::warning && warnings_ == Warnings::are_errors) {
    severity = Severity::error;
  }
  if (severity == Severity::warning) {
    ++warning_count_;
  } else {
    ++errors_;
  }
  if (severity == Severity::failure) ++failures_;
  all_.push_back({kind, severity, place, std::move(arguments)});
}

void Diagnostics::append(Diagnostics&& other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
              std::make_move_iterator(other.all_.end()));
  errors_ += other.errors_;
  failures_ += other.failures_;
  warning_count_ += other.warning_count_;
}

void Diagnostics::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) < order_of(b);
  });
  all_.erase(std::unique(all_.begin(), all_.end(),
                         [](const Diagnostic& a, const Diagnostic& b) {
                           return order_of(a) == order_of(b);
                         }),
             all_.end());
  const auto count = [this](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(),
                      [severity](const Diagnostic& d) { return d.severity == severity; }));
  };
  failures_ = count(Severity::failure);
  errors_ = failures_ + count(Severity::error);
  warning_count_ = count(Severity::warning);
}

}  // namespace euproj
