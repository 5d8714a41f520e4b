#pragma once
// TemporaryFolder: a folder on the disk that is gone after the test.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace euproj::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "euproj-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data()) == nullptr ? std::string() : name + "/";
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  /// With its slash.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string put(const std::string& name, std::string_view bytes) const {
    const std::string whole = path_ + name;
    std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
    std::ofstream(whole, std::ios::binary) << bytes;
    return whole;
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::ostringstream bytes;
    bytes << std::ifstream(path_ + name, std::ios::binary).rdbuf();
    return bytes.str();
  }
  [[nodiscard]] std::size_t count() const {
    std::size_t number = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(path_)) ++number;
    return number;
  }

 private:
  std::string path_;
};

}  // namespace euproj::testing
