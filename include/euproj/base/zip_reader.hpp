#pragma once
// ZipReader: the parts of a ZIP file in memory, unpacked piece by piece (by libzip).
//
// Nothing of the archive is trusted: not the sizes that it declares, nor that its parts are whole.

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;  // libzip's handles
struct zip_file;

namespace euproj {

/// The bytes of one part, from its beginning to its end; good as long as its reader.
class ZipPart {
 public:
  explicit ZipPart(zip_file* file);
  /// How many bytes were unpacked to `to`: 0 at the end. Nothing when the part is damaged.
  [[nodiscard]] std::optional<std::size_t> read(char* to, std::size_t most);

 private:
  struct Close {
    void operator()(zip_file* file) const;
  };
  std::unique_ptr<zip_file, Close> file_;
};

class ZipReader {
 public:
  /// `bytes` must outlive it.
  explicit ZipReader(std::string_view bytes);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  [[nodiscard]] bool ok() const { return archive_ != nullptr; }  // else it is no archive
  [[nodiscard]] std::size_t size() const;                        // parts; they are 0..size()-1
  /// Names are compared without regard to case, as Excel does, and `\` is `/`, which some programs
  /// of Windows write.
  [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;
  [[nodiscard]] bool is_encrypted(std::size_t part) const;
  [[nodiscard]] std::size_t declared_size(std::size_t part) const;  // unpacked; 0: not known
  /// Nothing when it is damaged.
  [[nodiscard]] std::optional<ZipPart> open(std::size_t part) const;
  /// Gives `take` the content from its beginning to its end; false when it is damaged, or as soon
  /// as `take` wants no more.
  [[nodiscard]] bool unpack(std::size_t part,
                            const std::function<bool(std::string_view)>& take) const;

 private:
  zip* archive_ = nullptr;
  std::map<std::string, std::size_t> parts_;  // by name, as names are compared
};

}  // namespace euproj
