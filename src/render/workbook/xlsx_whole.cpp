#include "render/workbook/xlsx_whole.hpp"

#include <algorithm>
#include <string>

#include "euproj/base/zip_reader.hpp"

namespace euproj {
namespace {

constexpr std::size_t longest_head = 512;  // the declaration and the name of the first element
constexpr std::size_t longest_tail = 128;  // its end

/// The beginning and the end of a text that comes in pieces.
class Ends {
 public:
  void add(std::string_view piece) {
    head_.append(piece.substr(0, longest_head - std::min(longest_head, head_.size())));
    tail_.append(piece.substr(piece.size() - std::min(longest_tail, piece.size())));
    if (tail_.size() > longest_tail) tail_.erase(0, tail_.size() - longest_tail);
  }

  [[nodiscard]] bool match() const {
    std::string_view head = head_;
    if (const std::size_t declared = head.find("?>"); declared != std::string_view::npos) {
      head.remove_prefix(declared + 2);
    }
    const std::size_t begin = head.find('<');
    if (begin == std::string_view::npos) return false;
    const std::string_view name =
        head.substr(begin + 1, head.find_first_of(" />\r\n", begin) - begin - 1);
    std::string_view tail = tail_;
    while (tail.ends_with('\n') || tail.ends_with('\r')) tail.remove_suffix(1);
    return tail.ends_with("</" + std::string(name) + ">") ||
           (tail.ends_with("/>") && tail.rfind('<') == tail.rfind("<" + std::string(name)));
  }

 private:
  std::string head_;
  std::string tail_;
};

}  // namespace

bool has_whole_parts(std::string_view workbook) {
  const ZipReader reader(workbook);
  if (!reader.ok() || reader.size() == 0) return false;
  for (std::size_t part = 0; part < reader.size(); ++part) {
    Ends ends;
    const bool is_read = reader.unpack(part, [&](std::string_view piece) {
      ends.add(piece);
      return true;
    });
    if (!is_read || !ends.match()) return false;
  }
  return true;
}

}  // namespace euproj
