#pragma once
// Findings: what is wrong with the user's files, collected and never thrown.
//
// Every kind is registered once, in the kinds_*.def files: its stable code, severity, message and
// help in both languages. Reporting names a kind, a place and the arguments; rendering is
// elsewhere. Arguments are already text and never hold personal data (SPEC 4.9).

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/language.hpp"
#include "euproj/base/source.hpp"

namespace euproj {

enum class Severity {
  warning,
  error,
  failure,  // shown as an error; the world failed (a file, the disk): exit status 3
};

/// The enumerators are in kinds.hpp: only who reports one is compiled again when a kind is added.
enum class Kind : std::uint16_t;

struct KindInfo {
  std::string_view name;  // the enumerator
  std::string_view code;  // stable, hyphenated, printed in brackets
  Severity severity;
  Bilingual message;
  Bilingual help;  // may be empty
};

/// The registry of kinds is of the floor `words`.
[[nodiscard]] const KindInfo& kind_info(Kind kind);
[[nodiscard]] std::size_t kind_count();

struct Diagnostic {
  Kind kind{};
  Severity severity{};
  Place place;
  std::vector<std::string> arguments;

  [[nodiscard]] std::string message(Language language) const;
  [[nodiscard]] std::string help(Language language) const;
};

class Diagnostics {
 public:
  enum class Warnings { stay_warnings, are_errors };  // --strict

  explicit Diagnostics(Warnings warnings = Warnings::stay_warnings) : warnings_(warnings) {}

  void report(Kind kind, Place place, std::vector<std::string> arguments = {});

  /// What another collector of the same kind has found.
  void append(Diagnostics&& other);
  [[nodiscard]] Warnings warnings() const { return warnings_; }

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] bool has_failures() const { return failures_ > 0; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }  // failures included
  [[nodiscard]] std::size_t warning_count() const { return warning_count_; }

  /// By file, line and column, exact repeats dropped; the order does not depend on when a check ran.
  void sort();
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] std::vector<Diagnostic>& all() { return all_; }

 private:
  Warnings warnings_;
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
  std::size_t failures_ = 0;
  std::size_t warning_count_ = 0;
};

}  // namespace euproj
