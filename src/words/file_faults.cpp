#include "euproj/words/file_faults.hpp"

#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

KindOf<1> kind_of(FileFault fault) {
  switch (fault) {
    case FileFault::not_found:
      return Kind::file_not_found;
    case FileFault::is_a_folder:
      return Kind::file_is_a_folder;
    case FileFault::not_a_file:
      return Kind::file_not_regular;
    case FileFault::no_permission:
      return Kind::file_not_permitted;
    case FileFault::too_large:
      return Kind::file_too_large;
    case FileFault::changed:
      return Kind::file_changed;
    case FileFault::no_space:
    case FileFault::other:
      break;
  }
  return Kind::file_not_readable;
}

}  // namespace

void report_unreadable(const std::string& path, FileFault fault, Place place,
                       Diagnostics& diagnostics) {
  diagnostics.report(kind_of(fault), place, {path});
}

}  // namespace euproj
