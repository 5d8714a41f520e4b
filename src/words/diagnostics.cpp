#include "euproj/words/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "euproj/words/texts.hpp"
#include "words/filled.hpp"

namespace euproj {
namespace {

auto order_of(const Diagnostic& d) {
  return std::tie(d.place.file, d.place.line, d.place.column, d.place.cell, d.kind, d.arguments);
}

}  // namespace

std::string pattern_text(std::string_view pattern) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    const bool is_doubled =
        (c == '{' || c == '}') && pattern.substr(at + 1, 1) == pattern.substr(at, 1);
    if (is_doubled) ++at;
    const bool begins_forms = c >= '0' && c <= '9' && at > 0 && pattern[at - 1] == '{' &&
                              pattern.substr(at + 1, 1) == ":";
    out += c;
    if (begins_forms) out += '|', ++at;  // {1|year|years}: forms are set apart as from each other
  }
  return out;
}

std::string pattern_filled(std::string_view pattern, const std::string& each) {
  return filled(pattern, std::vector<std::string>(10, each));  // placeholders are one digit
}

std::string Message::message(Language language) const {
  return filled(kind_info(kind).message.in(language), arguments);
}

std::string Message::help(Language language) const {
  return filled(kind_info(kind).help.in(language), arguments);
}

void Diagnostics::report(Message message, Place place) {
  Severity severity = kind_info(message.kind).severity;
  if (severity == Severity::warning && warnings_ == Warnings::are_errors) {
    severity = Severity::error;
  }
  if (severity == Severity::warning) {
    ++warning_count_;
  } else {
    ++errors_;
  }
  if (severity == Severity::failure) ++failures_;
  all_.push_back({std::move(message), severity, place});
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

std::string located_message(const Diagnostic& diagnostic, const SourceSet& sources,
                            Language language) {
  std::string message = diagnostic.message(language);
  const Place& place = diagnostic.place;
  if (place.file == no_file || place.line == 0) return message;
  const std::string& sheet = sources.file(place.file).sheet;
  if (sheet.empty()) return message;
  message += ' ';
  if (place.column == 0) {
    return message + text(Text::in_sheet_row, language, {sheet, std::to_string(place.line)});
  }
  return message +
         text(Text::in_sheet_cell, language, {sheet, cell_name(place.line, place.column)});
}

}  // namespace euproj
