// Writes the manual pages and the completions of the shells from the table of commands, and the
// reference of definition and logs from the tables of the reader.
//
// write_manual FOLDER: euproj.1 and euproj-project.5 (English), euproj.pl.1 and euproj-project.pl.5
// (Polish), reference.md (the written part of schemas/README.md), euproj.bash, _euproj (zsh) and
// euproj.fish; the shells describe options in Polish, as the program speaks without --lang.

#include <fstream>
#include <iostream>

#include "completions.hpp"
#include "manual_page.hpp"
#include "reference_page.hpp"

int main(int count, char** values) {
  if (count != 2) {
    std::cerr << "write_manual FOLDER\n";
    return 2;
  }
  const std::string folder = std::string(values[1]) + "/";
  const auto english = euproj::command_table(euproj::Language::english);
  const auto polish = euproj::command_table(euproj::Language::polish);
  bool good = true;
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream file(folder + name, std::ios::binary);
    file << text;
    good = file.flush() && good;
  };
  write("euproj.1", euproj::manual_page(english, euproj::Language::english));
  write("euproj.pl.1", euproj::manual_page(polish, euproj::Language::polish));
  const euproj::Reference reference = euproj::read_reference();
  write("euproj-project.5", euproj::reference_manual(reference, euproj::Language::english));
  write("euproj-project.pl.5", euproj::reference_manual(reference, euproj::Language::polish));
  write("reference.md", euproj::reference_page(reference));
  write("euproj.bash", euproj::bash_completions(polish));
  write("_euproj", euproj::zsh_completions(polish));
  write("euproj.fish", euproj::fish_completions(polish));
  if (!good) std::cerr << "write_manual: " << folder << " cannot be written\n";
  return good ? 0 : 1;
}
