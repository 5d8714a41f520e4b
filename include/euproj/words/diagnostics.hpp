#pragma once
// Findings: what is wrong with the user's files, collected and never thrown.
//
// Every kind is registered once, in the kinds_*.def files: its stable code, severity, message and
// help in both languages. Reporting names a kind, a place and the arguments; rendering is
// elsewhere. Arguments are already text and never hold personal data
// (src/report/README.md#privacy).

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/language.hpp"
#include "euproj/base/source.hpp"
#include "euproj/words/names.hpp"

namespace euproj {

enum class Severity {
  note,  // nothing is wrong and nothing to be done; never an error, and in no report
  warning,
  error,
  failure,  // shown as an error; the world failed (a file, the disk): exit status 3
};

struct KindInfo {
  std::string_view name;  // the one in kinds.hpp
  std::string_view code;  // stable, hyphenated, printed in brackets
  Severity severity;
  Bilingual message;  // with placeholders {0}, {1}; see pattern_text()
  Bilingual help;     // may be empty
};

[[nodiscard]] const KindInfo& kind_info(AnyKind kind);
[[nodiscard]] std::size_t kind_count();
/// None: there is no such code.
[[nodiscard]] std::optional<AnyKind> kind_of_code(std::string_view code);

/// A message or help of a kind as a person may read it when there are no arguments: its
/// placeholders stay, a brace that stands for itself is no longer doubled.
[[nodiscard]] std::string pattern_text(std::string_view pattern);
/// The same with one text in place of each argument: "`…` is listed more than once".
[[nodiscard]] std::string pattern_filled(std::string_view pattern, const std::string& each);

/// What stands in place of {0}: a text, or another place, which is shown as FILE:LINE (in a
/// spreadsheet with its sheet and cell). Whoever points at a second row gives its place.
struct MessageArgument {
  MessageArgument(std::string words)
      : text(std::move(words)) {}                           // NOLINT(google-explicit-constructor)
  MessageArgument(std::string_view words) : text(words) {}  // NOLINT(google-explicit-constructor)
  MessageArgument(const char* words) : text(words) {}       // NOLINT(google-explicit-constructor)
  MessageArgument(Place other) : place(other) {}            // NOLINT(google-explicit-constructor)

  std::string text;  // empty for a place
  Place place;       // without a file for a text

  friend auto operator<=>(const MessageArgument&, const MessageArgument&) = default;
};

/// What is to be said, wherever: a kind and as many arguments as it takes.
struct Message {
  Message(KindOf<0> which) : kind(which) {}  // NOLINT(google-explicit-constructor): it is complete
  template <std::size_t count>
  Message(KindOf<count> which, MessageArgument (&&values)[count])
      : kind(which), arguments(std::move_iterator(values), std::move_iterator(values + count)) {}
  template <std::size_t count>
  Message(KindOf<count + 1> which, MessageArgument first, MessageArgument (&&others)[count])
      : kind(which), arguments{std::move(first)} {
    for (MessageArgument& other : others) arguments.push_back(std::move(other));
  }

  /// Places are named from `sources`; without them by their line alone.
  [[nodiscard]] std::string message(Language language, const SourceSet* sources = nullptr) const;
  /// Empty when the kind has none.
  [[nodiscard]] std::string help(Language language, const SourceSet* sources = nullptr) const;

  AnyKind kind;
  std::vector<MessageArgument> arguments;
};

struct Diagnostic : Message {
  Severity severity{};
  Place place;
  std::size_t count = 1;  // rows of the same cause; place and arguments are those of the first
  /// What the finding is of, where no line number and no row that comes later changes it: see
  /// read/find_subjects.hpp, which fills in what the reporter does not know better. May be empty.
  std::string subject = {};
};

class Diagnostics {
 public:
  enum class Warnings { stay_warnings, are_errors };  // --strict

  explicit Diagnostics(Warnings warnings = Warnings::stay_warnings) : warnings_(warnings) {}

  void report(Message message, Place place);
  /// report(Kind::target_sum, place, {sum, total}): a list of another length does not compile.
  template <std::size_t count>
  void report(KindOf<count> kind, Place place, MessageArgument (&&arguments)[count]) {
    report(Message(kind, std::move(arguments)), place);
  }
  /// One finding for all rows of one cause (a person, a document: any number that tells causes of
  /// this kind apart), at the first of them in file order, with how many there are.
  /// `subject`: of all of them, where it is not what the first row names.
  void report_of_cause(std::uint64_t cause, Message message, Place place, std::string subject = {});

  /// What another collector of the same kind has found.
  void append(Diagnostics&& other);
  [[nodiscard]] Warnings warnings() const { return warnings_; }

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] bool has_failures() const { return failures_ > 0; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }  // failures included
  [[nodiscard]] std::size_t warning_count() const { return warning_count_; }

  /// By file, line and column, exact repeats dropped; the order does not depend on when a check
  /// ran.
  void sort();
  /// Takes out those that `is_taken` says yes to, in their order. Sorts.
  [[nodiscard]] std::vector<Diagnostic> take(
      const std::function<bool(const Diagnostic&)>& is_taken);
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] std::vector<Diagnostic>& all() { return all_; }

 private:
  void count();

  Warnings warnings_;
  std::vector<Diagnostic> all_;
  std::map<std::pair<AnyKind, std::uint64_t>, std::size_t> of_cause_;  // positions in all_
  std::size_t errors_ = 0;
  std::size_t failures_ = 0;
  std::size_t warning_count_ = 0;
};

/// The message; in a spreadsheet followed by the sheet and the cell, as that program names them,
/// and with the number of rows where there are several of one cause.
[[nodiscard]] std::string located_message(const Diagnostic& diagnostic, const SourceSet& sources,
                                          Language language);

}  // namespace euproj
