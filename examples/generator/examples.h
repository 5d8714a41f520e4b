// The example projects whose logs are invented. Each function writes the logs of one project into its folder `dane`.
#pragma once

#include <filesystem>

namespace euproj_examples {

void write_bytom(const std::filesystem::path& folder);
void write_opole(const std::filesystem::path& folder);
void write_jastrzebie(const std::filesystem::path& folder);
void write_lublin(const std::filesystem::path& folder);
void write_bartoszyce(const std::filesystem::path& folder);
void write_swietlica(const std::filesystem::path& folder);
void write_opole_centrum(const std::filesystem::path& folder);
void write_kwoty_i_stawki(const std::filesystem::path& folder);

}  // namespace euproj_examples
