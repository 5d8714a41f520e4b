#include <algorithm>

#include "euproj/render/render_answers.hpp"
#include "euproj/words/texts.hpp"
#include "render/clean_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_rows_named = 20;

std::string shown(const std::string& text) { return clean_text(text, LineBreaks::as_blanks); }

std::string list_of(const std::vector<std::string>& rows) {
  std::string list;
  for (std::size_t at = 0; at < std::min(rows.size(), max_rows_named); ++at) {
    list += (at == 0 ? "" : ", ") + rows[at];
  }
  return rows.size() > max_rows_named ? list + ", …" : list;
}

std::string input_line(const VerifiedInput& input, Language language) {
  const auto words = [&](auto which) { return std::string(text(which, language)); };
  switch (input.state) {
    case VerifiedInput::State::same_bytes:
      return text(Text::verify_same_bytes, language, {input.path});
    case VerifiedInput::State::same_rows:
      return text(Text::verify_same_rows, language, {input.path});
    case VerifiedInput::State::changed:
      break;
  }
  const std::string none = words(Text::verify_none);
  return text(Text::verify_changed, language,
              {input.path, input.came.empty() ? none : list_of(input.came),
               input.went.empty() ? none : list_of(input.went)});
}

}  // namespace

std::string render_verification_text(const Verification& verification, Language language) {
  std::string out;
  const std::string none = std::string(text(Text::verify_none, language));
  for (const VerifiedDifference& each : verification.differences) {
    const std::string name =
        each.name.empty() || each.name == each.at ? "" : " (" + each.name + ")";
    out += text(Text::verify_difference, language,
                {verification.file, shown(each.at + name), shown(each.there.value_or(none)),
                 shown(each.here.value_or(none))});
  }
  for (const VerifiedInput& input : verification.inputs) out += input_line(input, language);
  const std::string compared = std::to_string(verification.compared);
  out += verification.same()
             ? text(Text::verify_same, language, {verification.file, compared})
             : text(Text::verify_differs, language,
                    {verification.file, std::to_string(verification.differences.size()), compared});
  return out;
}

}  // namespace euproj
