#pragma once
// The file system as an interface, so that tests and fuzzers run the program in memory.
//
// Nothing above `app` touches the disk in any other way. Several threads may call one Files.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/result.hpp"

namespace euproj {

/// The bytes of one file; they stay readable as long as this lives, also when the file shrinks.
class FileContent {
 public:
  virtual ~FileContent() = default;
  [[nodiscard]] virtual std::string_view bytes() const = 0;
  /// Whoever goes through a large file from front to back says so now and then: what was looked at
  /// may leave the memory of the process, and stays readable. `done`: so many of its bytes are
  /// read for good.
  virtual void release(std::size_t done) const { static_cast<void>(done); }
  /// False when somebody has written to the file since it was opened: ask once all is read, for
  /// what was computed may then mix two states of the file.
  [[nodiscard]] virtual bool is_unchanged() const { return true; }
};

enum class FileFault {
  not_found,
  is_a_folder,
  not_a_file,
  no_permission,
  no_space,
  too_large,
  changed,
  other,
};

/// Who may read a file that is written anew. One that exists keeps its owner and its rights,
/// unless it is for the owner only.
enum class Readers { as_usual, owner_only };

/// Differs when somebody has written to the file, or put another one in its place.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::string identity;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Takes the bytes of an output piece by piece.
using Sink = std::function<void(std::string_view)>;
/// Gives all bytes of an output to the sink, in order.
using Output = std::function<void(const Sink&)>;
[[nodiscard]] inline Output output_of(std::string bytes) {
  return [bytes = std::move(bytes)](const Sink& sink) { sink(bytes); };
}

class Files {
 public:
  virtual ~Files() = default;
  [[nodiscard]] virtual Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const = 0;
  /// Paths that match a pattern with `*` and `?` in its parts, sorted by bytes.
  [[nodiscard]] virtual std::vector<std::string> glob(const std::string& pattern) const = 0;
  [[nodiscard]] virtual bool is_folder(const std::string& path) const = 0;
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  /// The same text for each name of one existing file, also through links; empty when none exists.
  [[nodiscard]] virtual std::string identity(const std::string& path) const = 0;
  /// Without reading it; nothing when there is no such file.
  [[nodiscard]] virtual std::optional<FileStamp> stamp(const std::string& path) const = 0;
  /// Whether the path, all links followed, lies in the folder. An empty folder is the current one.
  [[nodiscard]] virtual bool is_inside(const std::string& path,
                                       const std::string& folder) const = 0;
  /// All or nothing: written beside the target, synced, renamed. Missing folders are made.
  [[nodiscard]] virtual Result<bool, FileFault> write(const std::string& path, const Output& output,
                                                      Readers readers = Readers::as_usual) = 0;
  [[nodiscard]] Result<bool, FileFault> write(const std::string& path, std::string_view bytes,
                                              Readers readers = Readers::as_usual) {
    return write(
        path, [bytes](const Sink& sink) { sink(bytes); }, readers);
  }
};

/// Another Files, of which a class that is made of it changes what it must.
class ForwardingFiles : public Files {
 public:
  /// `files` outlives it.
  explicit ForwardingFiles(Files& files) : files_(files) {}

  [[nodiscard]] Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const override {
    return files_.read(path);
  }
  [[nodiscard]] std::vector<std::string> glob(const std::string& pattern) const override {
    return files_.glob(pattern);
  }
  [[nodiscard]] bool is_folder(const std::string& path) const override {
    return files_.is_folder(path);
  }
  [[nodiscard]] bool exists(const std::string& path) const override { return files_.exists(path); }
  [[nodiscard]] std::string identity(const std::string& path) const override {
    return files_.identity(path);
  }
  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    return files_.stamp(path);
  }
  [[nodiscard]] bool is_inside(const std::string& path, const std::string& folder) const override {
    return files_.is_inside(path, folder);
  }
  using Files::write;
  [[nodiscard]] Result<bool, FileFault> write(const std::string& path, const Output& output,
                                              Readers readers) override {
    return files_.write(path, output, readers);
  }

 private:
  Files& files_;
};

}  // namespace euproj
