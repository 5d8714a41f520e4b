// `euproj explain CODE`: what a finding means, what to do, and the smallest project that provokes it.

#include "app/cli/usage_text.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/finding_page.hpp"
#include "euproj/words/diagnostics.hpp"
#include "euproj/base/suggest.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

const KindInfo* find_kind(std::string_view code) {
  for (std::size_t i = 0; i < kind_count(); ++i) {
    const KindInfo& info = kind_info(AnyKind(i));
    if (info.code == code) return &info;
  }
  return nullptr;
}

ExitCode unknown_code(const Options& options, Env& env) {
  // Without an indicator a project's name is half of a command.
  if (env.files.exists(options.code)) {
    env.err << usage_text(options, Text::usage_missing, {"INDICATOR"});
    return ExitCode::wrong_usage;
  }
  std::vector<std::string_view> codes;
  for (std::size_t i = 0; i < kind_count(); ++i) {
    codes.push_back(kind_info(AnyKind(i)).code);
  }
  const std::string_view near = nearest(options.code, codes);
  env.err << (near.empty()
                  ? usage_text(options, Text::usage_finding_code, {options.code})
                  : usage_text(options, Text::usage_did_you_mean,
                               {options.code, std::string(near)}));
  return ExitCode::wrong_usage;
}

}  // namespace

ExitCode run_explain_finding(const Options& options, Env& env) {
  const KindInfo* const info = find_kind(options.code);
  if (info == nullptr) return unknown_code(options, env);
  const Format format = options.formats.front();
  if (options.formats.size() > 1 || (format != Format::text && format != Format::json) ||
      !options.output.empty()) {
    env.err << usage_text(options, Text::usage_finding_format);
    return ExitCode::wrong_usage;
  }
  const std::string page = finding_section(findings_page(), info->code, options.language);
  env.out << (format == Format::json ? render_finding_kind_json(*info, page) : page);
  return ExitCode::done;
}

}  // namespace euproj
