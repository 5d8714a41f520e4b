#include "euproj/words/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "euproj/base/unicode.hpp"
#include "euproj/words/texts.hpp"
#include "words/filled.hpp"
#include "words/placeholders.hpp"

namespace euproj {
namespace {

auto order_of(const Diagnostic& d) {
  return std::tie(d.place.file, d.place.line, d.place.column, d.place.cell, d.kind, d.arguments);
}

/// `u.csv:4`; in a spreadsheet ``u.xlsx:4 (sheet `luty`, cell B4)``.
std::string place_name(const Place& place, const SourceSet* sources, Language language) {
  const std::string line = place.line == 0 ? "" : ":" + std::to_string(place.line);
  if (sources == nullptr) return line;
  const InputFile& file = sources->file(place.file);
  if (file.sheet.empty()) return file.path + line;
  if (place.line == 0) return file.path + " " + text(Text::in_sheet, language, {file.sheet});
  const std::uint32_t column = place.column != 0 ? place.column : place.cell;
  return file.path + line + " " +
         text(Text::in_sheet_cell, language, {file.sheet, cell_name(place.line, column)});
}

std::string filled_in(std::string_view pattern, std::span<const MessageArgument> arguments,
                      const SourceSet* sources, Language language) {
  std::vector<std::string> texts;
  for (const MessageArgument& argument : arguments) {
    texts.push_back(argument.place.file == no_file ? with_unseen_named(argument.text)
                                                   : place_name(argument.place, sources, language));
  }
  return filled(pattern, texts);
}

/// Of one cause: the first of them in file order stays.
void add_rows(Diagnostic& known, Diagnostic&& more) {
  known.count += more.count;
  if (more.place < known.place) {
    known.arguments = std::move(more.arguments);
    known.place = more.place;
  }
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
    if (begins_forms && is_amount_format(pattern.substr(at + 2, polish_amount.size()))) {
      at += 1 + polish_amount.size();  // {1:0,00}: that it is an amount is seen by what it says
      continue;
    }
    if (begins_forms) out += '|', ++at;  // {1|year|years}: forms are set apart as from each other
  }
  return out;
}

std::string pattern_filled(std::string_view pattern, const std::string& each) {
  return filled(pattern, std::vector<std::string>(10, each));  // placeholders are one digit
}

std::string Message::message(Language language, const SourceSet* sources) const {
  return filled_in(kind_info(kind).message.in(language), arguments, sources, language);
}

std::string Message::help(Language language, const SourceSet* sources) const {
  return filled_in(kind_info(kind).help.in(language), arguments, sources, language);
}

void Diagnostics::report(Message message, Place place) {
  Severity severity = kind_info(message.kind).severity;
  if (severity == Severity::warning && warnings_ == Warnings::are_errors) {
    severity = Severity::error;
  }
  if (severity == Severity::warning) ++warning_count_;
  if (severity > Severity::warning) ++errors_;
  if (severity == Severity::failure) ++failures_;
  all_.push_back({std::move(message), severity, place});
}

void Diagnostics::report_of_cause(std::uint64_t cause, Message message, Place place,
                                  std::string subject) {
  const auto [found, is_new] = of_cause_.try_emplace({message.kind, cause}, all_.size());
  if (is_new) {
    report(std::move(message), place);
    all_.back().subject = std::move(subject);
  } else {
    add_rows(all_[found->second], {std::move(message), {}, place});
  }
}

/// Parts of a file are read beside each other: what they found of one cause is one finding.
void Diagnostics::append(Diagnostics&& other) {
  std::vector<std::size_t> places(other.all_.size());
  std::vector<bool> is_joined(other.all_.size());
  for (const auto& [cause, at] : other.of_cause_) {
    const auto known = of_cause_.find(cause);
    if (known == of_cause_.end()) continue;
    add_rows(all_[known->second], std::move(other.all_[at]));
    is_joined[at] = true;
  }
  for (std::size_t at = 0; at < other.all_.size(); ++at) {
    places[at] = all_.size();
    if (is_joined[at]) {
      if (other.all_[at].severity == Severity::warning) --other.warning_count_;
      if (other.all_[at].severity > Severity::warning) --other.errors_;
    } else {
      all_.push_back(std::move(other.all_[at]));
    }
  }
  for (const auto& [cause, at] : other.of_cause_) {
    if (!is_joined[at]) of_cause_.emplace(cause, places[at]);
  }
  errors_ += other.errors_;
  failures_ += other.failures_;
  warning_count_ += other.warning_count_;
}

void Diagnostics::sort() {
  of_cause_.clear();  // its positions are those of before
  std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) < order_of(b);
  });
  all_.erase(std::unique(all_.begin(), all_.end(),
                         [](const Diagnostic& a, const Diagnostic& b) {
                           return order_of(a) == order_of(b);
                         }),
             all_.end());
  count();
}

std::vector<Diagnostic> Diagnostics::take(const std::function<bool(const Diagnostic&)>& is_taken) {
  sort();
  const auto first = std::stable_partition(all_.begin(), all_.end(),
                                           [&](const Diagnostic& d) { return !is_taken(d); });
  std::vector<Diagnostic> taken(std::make_move_iterator(first),
                                std::make_move_iterator(all_.end()));
  all_.erase(first, all_.end());
  count();
  return taken;
}

void Diagnostics::count() {
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
  std::string message = diagnostic.message(language, &sources);
  if (diagnostic.count > 1) {
    message += ' ' + text(Text::rows_of_cause, language, {std::to_string(diagnostic.count)});
  }
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
