#pragma once
// ZipReader: the parts of a ZIP file in memory, unpacked piece by piece (by libzip).
//
// Nothing of the archive is trusted: not the sizes that it declares, nor that its parts are whole.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

struct zip;  // libzip's handle

namespace euproj {

class ZipReader {
 public:
  /// `bytes` must outlive it.
  explicit ZipReader(std::string_view bytes);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  [[nodiscard]] bool ok() const { return archive_ != nullptr; }  // else it is no archive
  [[nodiscard]] std::size_t size() const;                        // parts; they are 0..size()-1
  /// Names are compared without regard to case, as Excel does.
  [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;
  [[nodiscard]] bool is_encrypted(std::size_t part) const;
  /// Gives `take` the content from its beginning to its end; false when it is damaged, or as soon
  /// as `take` wants no more.
  [[nodiscard]] bool unpack(std::size_t part,
                            const std::function<bool(std::string_view)>& take) const;

 private:
  zip* archive_ = nullptr;
};

}  // namespace euproj
