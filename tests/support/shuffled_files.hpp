#pragma once
// ShuffledFiles: the disk, with the rows of every CSV file in a random order below its header.
//
// A line break inside quotes stays inside its row. UTF-16 is told by its mark.

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "euproj/app/real_files.hpp"
#include "euproj/base/files.hpp"
#include "support/random.hpp"

namespace euproj::testing {

class ShuffledFiles final : public ForwardingFiles {
 public:
  explicit ShuffledFiles(std::uint64_t seed) : ForwardingFiles(disk()), seed_(seed) {}

  [[nodiscard]] Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const override {
    auto content = ForwardingFiles::read(path);
    if (!content || !path.ends_with(".csv")) return content;
    return std::unique_ptr<FileContent>(
        std::make_unique<Text>(shuffled(content.value()->bytes(), seed_ + path.size())));
  }
  [[nodiscard]] Result<bool, FileFault> write(const std::string&, const Output&, Readers) override {
    return FileFault::no_permission;
  }

 private:
  static Files& disk() {
    static RealFiles files;
    return files;
  }

  class Text final : public FileContent {
   public:
    explicit Text(std::string bytes) : bytes_(std::move(bytes)) {}
    [[nodiscard]] std::string_view bytes() const override { return bytes_; }

   private:
    std::string bytes_;
  };

  [[nodiscard]] static std::string shuffled(std::string_view bytes, std::uint64_t seed) {
    const bool wide = bytes.starts_with("\xFF\xFE");
    const std::size_t unit = wide ? 2 : 1;
    std::vector<std::string> rows(1);
    bool quoted = false;
    for (std::size_t at = 0; at < bytes.size(); at += unit) {
      const std::string_view letter = bytes.substr(at, unit);
      rows.back() += letter;
      const bool plain = !wide || letter.back() == '\0';
      if (plain && letter.front() == '"') quoted = !quoted;
      if (plain && letter.front() == '\n' && !quoted) rows.emplace_back();
    }
    if (!rows.back().empty()) throw std::runtime_error("the last row has no line end");
    rows.pop_back();
    const std::string header = rows.front();
    rows.erase(rows.begin());
    Random random(seed);
    random.shuffle(rows);
    std::string out = header;
    for (const std::string& row : rows) out += row;
    return out;
  }

  std::uint64_t seed_;
};

}  // namespace euproj::testing
