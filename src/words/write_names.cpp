// Writes the names of kinds and texts with the numbers of their arguments: kind_names.def and
// text_names.def, in the folder given. A file that would stay the same is not touched, so that a
// new wording compiles only the two tables again.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "words/placeholders.hpp"

namespace {

struct Name {
  const char* name;
  unsigned placeholders;
};

const Name kinds[] = {
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en)                             \
  {#name, euproj::placeholders(pl) | euproj::placeholders(en) | euproj::placeholders(help_pl) | \
              euproj::placeholders(help_en)},
#include "euproj/words/kinds.def"
#undef EUPROJ_KIND
};

const Name texts[] = {
#define EUPROJ_TEXT(name, polish, english) \
  {#name, euproj::placeholders(polish) | euproj::placeholders(english)},
#include "euproj/words/texts.def"
#undef EUPROJ_TEXT
};

template <std::size_t count>
bool write(const std::filesystem::path& file, const Name (&names)[count]) {
  std::ostringstream made;
  std::size_t number = 0;
  for (const Name& each : names) {
    made << "EUPROJ_NAME(" << each.name << ", " << number++ << ", "
         << euproj::argument_count(each.placeholders) << ")\n";
  }
  std::ostringstream known;
  known << std::ifstream(file).rdbuf();
  if (known.str() == made.str()) return true;
  std::ofstream out(file);
  out << made.str();
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: write_names FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  return write(folder / "kind_names.def", kinds) && write(folder / "text_names.def", texts) ? 0 : 1;
}
