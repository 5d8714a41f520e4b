#pragma once
// The file of a workbook: a ZIP package of XML parts, made where the library can write and read
// back.

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;  // libzip's handles
struct zip_source;

namespace euproj {

/// A workbook could not be written; the reason is for the user.
class WriteFailure {
 public:
  explicit WriteFailure(std::string reason) : reason_(std::move(reason)) {}
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  std::string reason_;
};

/// A file without a name in a folder, for a library that can only write to a path.
///
/// In memory where the system has memfd_create, else a temporary file. Closed and gone at the end.
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] bool ok() const { return descriptor_ >= 0; }
  /// To be opened by who writes; empty when not ok().
  [[nodiscard]] const std::string& path() const { return path_; }
  /// All that was written; none when it cannot be read.
  [[nodiscard]] std::optional<std::string> bytes() const;

 private:
  int descriptor_ = -1;
  std::string path_;
  bool has_name_ = false;
};

/// A file in the temporary folder ($TMPDIR, else /tmp) for what is too large for memory. It has no
/// name any more when it is made, and is gone when it is closed.
class TemporaryFile {
 public:
  TemporaryFile();

  void write(std::string_view piece);
  /// Whether it could be made, and all written so far is in it.
  [[nodiscard]] bool is_entire();
  [[nodiscard]] std::FILE* get() const { return file_.get(); }
  /// For who closes it.
  [[nodiscard]] std::FILE* release() { return file_.release(); }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

/// Whether every part of the package is XML that ends with the end of its first element.
///
/// libxlsxwriter keeps each part in a temporary file first and does not ask whether it could be
/// written: on a full disk it packs what little there is and says that all went well.
[[nodiscard]] bool has_entire_parts(std::string_view package);

/// A finished package some of whose parts are put in place of what stands there. What is not
/// replaced is copied as it is compressed.
class PackageEditor {
 public:
  /// `package` must outlive it. Throws WriteFailure, as all of it does, when something cannot be
  /// written.
  explicit PackageEditor(std::string_view package);
  ~PackageEditor();
  PackageEditor(const PackageEditor&) = delete;
  PackageEditor& operator=(const PackageEditor&) = delete;

  [[nodiscard]] std::string part(const std::string& name) const;
  void replace(const std::string& name, TemporaryFile content);
  /// Packs everything; nothing else may be called after it.
  [[nodiscard]] std::string bytes();

 private:
  std::string_view package_;
  zip_source* source_ = nullptr;  // of the whole package; becomes that of the new one
  zip* archive_ = nullptr;
};

}  // namespace euproj
