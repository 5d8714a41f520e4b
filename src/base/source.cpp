#include "euproj/base/source.hpp"

#include "euproj/base/checked.hpp"

namespace euproj {

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  constexpr std::uint32_t letters = 26;
  std::string name;
  for (; column > 0; column = (column - 1) / letters) {
    name.insert(name.begin(), static_cast<char>('A' + static_cast<int>((column - 1) % letters)));
  }
  return name + std::to_string(row);
}

FileId SourceSet::add(std::string path, std::string opened) {
  if (files_.size() >= no_file) throw InternalError("more than 65 534 input files");
  files_.push_back({std::move(path), std::move(opened), {}, {}});
  return static_cast<FileId>(files_.size() - 1);
}

void SourceSet::keep_text(FileId file, std::string text) { files_.at(file).text = std::move(text); }

void SourceSet::keep_sheet(FileId file, std::string sheet) {
  files_.at(file).sheet = std::move(sheet);
}

std::string_view SourceSet::line(FileId id, std::uint32_t line) const {
  if (id >= files_.size()) return {};
  const std::string_view text = files_[id].text;
  std::size_t begin = 0;
  for (std::uint32_t number = 1; number < line; ++number) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
  if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
  return found;
}

}  // namespace euproj
