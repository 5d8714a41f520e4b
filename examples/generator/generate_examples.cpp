// generate_examples DIR: writes the invented logs of the example projects to DIR/<project>/dane.
// Two runs write the same bytes.
#include <exception>
#include <filesystem>
#include <iostream>

#include "examples.h"

int main(int argument_count, char** arguments) {
  if (argument_count != 2) {
    std::cerr << "usage: generate_examples DIR\n";
    return 2;
  }
  const std::filesystem::path root = arguments[1];
  try {
    euproj_examples::write_bytom(root / "bytom" / "dane");
    euproj_examples::write_opole(root / "opole" / "dane");
    euproj_examples::write_jastrzebie(root / "jastrzebie" / "dane");
    euproj_examples::write_lublin(root / "lublin" / "dane");
    euproj_examples::write_bartoszyce(root / "bartoszyce" / "dane");
    euproj_examples::write_swietlica(root / "swietlica" / "dane");
    euproj_examples::write_opole_centrum(root / "opole-centrum" / "dane");
    euproj_examples::write_kwoty_i_stawki(root / "kwoty-i-stawki" / "dane");
  } catch (const std::exception& failure) {
    std::cerr << "generate_examples: " << failure.what() << '\n';
    return 3;
  }
  return 0;
}
