#pragma once
// MemoryFiles: a file system in memory, for tests of everything that reads files.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/files.hpp"

namespace euproj::testing {

class MemoryFiles final : public Files {
 public:
  void put(std::string path, std::string bytes) {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++written_[path];
    files_[std::move(path)] = std::move(bytes);
  }
  void remove(const std::string& path) {
    const std::lock_guard<std::mutex> lock(mutex_);
    files_.erase(path);
  }
  void put_folder(std::string path) { folders_.insert(std::move(path)); }
  /// `alias` opens `path`, as a link does.
  void put_link(std::string alias, std::string path) { links_[std::move(alias)] = std::move(path); }
  /// Reading it fails with this fault.
  void break_file(std::string path, FileFault fault) { faults_[std::move(path)] = fault; }

  /// Reading it throws what `thrower` throws.
  void throw_from(std::string path, std::function<void()> thrower) {
    throwing_[std::move(path)] = std::move(thrower);
  }
  /// As if somebody wrote to it each time it is read.
  void change_while_read(std::string path) { changing_.insert(std::move(path)); }
  /// Empty when there is no such file.
  [[nodiscard]] std::string text_of(const std::string& path) const {
    const auto file = files_.find(path);
    return file == files_.end() ? std::string() : file->second;
  }
  /// Whether it was written for its owner only.
  [[nodiscard]] bool is_private(const std::string& path) const { return private_.contains(path); }

  [[nodiscard]] Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const override {
    const std::lock_guard<std::mutex> lock(mutex_);
    const std::string target = followed(path);
    if (const auto thrown = throwing_.find(target); thrown != throwing_.end()) thrown->second();
    if (const auto fault = faults_.find(target); fault != faults_.end()) return fault->second;
    if (folders_.contains(target)) return FileFault::is_a_folder;
    const auto file = files_.find(target);
    if (file == files_.end()) return FileFault::not_found;
    return std::unique_ptr<FileContent>(
        std::make_unique<Content>(file->second, !changing_.contains(target)));
  }

  [[nodiscard]] std::vector<std::string> glob(const std::string& pattern) const override {
    std::set<std::string> found;
    for (const auto& [path, bytes] : files_) {
      if (matches(pattern, path)) found.insert(path);
    }
    for (const auto& [alias, path] : links_) {
      if (matches(pattern, alias)) found.insert(alias);
    }
    for (const std::string& folder : folders_) {
      if (matches(pattern, folder)) found.insert(folder);
    }
    return {found.begin(), found.end()};
  }

  [[nodiscard]] bool is_folder(const std::string& path) const override {
    return folders_.contains(followed(path));
  }
  [[nodiscard]] bool exists(const std::string& path) const override {
    return is_folder(path) || files_.contains(followed(path));
  }
  [[nodiscard]] std::string identity(const std::string& path) const override {
    return exists(path) ? followed(path) : std::string();
  }
  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto file = files_.find(followed(path));
    if (file == files_.end()) return std::nullopt;
    const auto written = written_.find(file->first);
    return FileStamp{file->second.size(), written == written_.end() ? 0 : written->second,
                     file->first};
  }
  [[nodiscard]] bool is_inside(const std::string& path, const std::string& folder) const override {
    const std::string whole = plain(followed(path));
    const std::string within = plain(folder);
    return within.empty() ? !whole.starts_with("..") && !whole.starts_with('/')
                          : whole.starts_with(within + "/");
  }
  using Files::write;
  [[nodiscard]] Result<bool, FileFault> write(const std::string& path, const Output& output,
                                              Readers readers) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (const auto fault = faults_.find(path); fault != faults_.end()) return fault->second;
    std::string whole;
    output([&whole](std::string_view piece) { whole += piece; });
    ++written_[path];
    files_[path] = std::move(whole);
    if (readers == Readers::owner_only) private_.insert(path);
    return true;
  }

 private:
  class Content final : public FileContent {
   public:
    Content(const std::string& bytes, bool unchanged) : bytes_(bytes), unchanged_(unchanged) {}
    [[nodiscard]] std::string_view bytes() const override { return bytes_; }
    [[nodiscard]] bool is_unchanged() const override { return unchanged_; }

   private:
    std::string bytes_;  // a copy: what was read does not change when the file does
    bool unchanged_;
  };

  [[nodiscard]] std::string followed(const std::string& path) const {
    const auto link = links_.find(path);
    return link == links_.end() ? path : link->second;
  }

  /// Without `.` and `..`, as far as they can be taken away.
  [[nodiscard]] static std::string plain(const std::string& path) {
    std::string text = std::filesystem::path(path).lexically_normal().string();
    while (text.ends_with('/')) text.pop_back();
    return text == "." ? std::string() : text;
  }

  /// `*` and `?` stand for characters of one part of a path.
  [[nodiscard]] static bool matches(std::string_view pattern, std::string_view path) {
    if (pattern.empty()) return path.empty();
    if (pattern.front() == '*') {
      for (std::size_t taken = 0; taken <= path.size(); ++taken) {
        if (matches(pattern.substr(1), path.substr(taken))) return true;
        if (taken < path.size() && path[taken] == '/') return false;
      }
      return false;
    }
    if (path.empty()) return false;
    const bool same =
        pattern.front() == '?' ? path.front() != '/' : pattern.front() == path.front();
    return same && matches(pattern.substr(1), path.substr(1));
  }

  /// A copy of a world is another world.
  struct OwnMutex : std::mutex {
    OwnMutex() = default;
    OwnMutex(const OwnMutex&) : std::mutex() {}
    OwnMutex& operator=(const OwnMutex&) { return *this; }
  };

  mutable OwnMutex mutex_;
  std::map<std::string, std::int64_t> written_;  // how often
  std::map<std::string, std::string> files_;
  std::set<std::string> folders_;
  std::map<std::string, std::string> links_;
  std::set<std::string> private_;
  std::set<std::string> changing_;
  std::map<std::string, FileFault> faults_;
  std::map<std::string, std::function<void()>> throwing_;
};

}  // namespace euproj::testing
