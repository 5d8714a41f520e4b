#include "app/run/output_target.hpp"

#include <algorithm>

#include "app/cli/usage_text.hpp"
#include "euproj/app/load.hpp"
#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {

std::string extension_of(Format format) {
  switch (format) {
    case Format::text: return "txt";
    case Format::html: return "html";
    case Format::xlsx: return "xlsx";
    case Format::json: return "json";
    case Format::csv: return "csv";
    case Format::sarif: return "sarif";
  }
  return {};
}

OutputTarget::OutputTarget(const Options& options, const Files& files) : options_(options) {
  folder_ = options.output.ends_with('/') || files.is_folder(options.output);
}

std::optional<std::string> OutputTarget::usage_fault() const {
  const auto& formats = options_.formats;
  if (is_standard_output()) {
    if (std::find(formats.begin(), formats.end(), Format::xlsx) == formats.end()) return {};
    return usage_text(options_, Text::usage_xlsx_stdout);
  }
  const std::size_t results = options_.projects.size() * formats.size();
  if (folder_ || results == 1) return {};
  return usage_text(options_, Text::usage_one_file, {options_.output, std::to_string(results)});
}

std::string OutputTarget::path(const std::string& project_id, const std::string& file_part,
                               Format format) const {
  if (!folder_) return options_.output;
  std::string folder = options_.output;
  if (!folder.ends_with('/')) folder += '/';
  return folder + project_id + "-" + file_part + "." + extension_of(format);
}

void write_result(const std::string& to, const Output& output, const Options& options, Env& env,
                  Diagnostics& diagnostics) {
  const Readers readers = options.reveal ? Readers::owner_only : Readers::as_usual;
  const auto written = env.files.write(to, output, readers);
  if (!written) {
    diagnostics.report(Kind::file_not_writable, {},
                       {to, fault_text(written.reason(), options.language)});
  } else if (!options.quiet) {
    env.err << text(Text::answer_written, options.language, {to});
  }
}

}  // namespace euproj
