#!/usr/bin/env bash
# A limit of 010 is 8 or 10 by the type that a C++ program asks for, and 08 is no number at all.
#
# Tool:      yaml-cpp 0.7.0 and CLI11 2.1.2 (Debian 12), js-yaml 4.1.0 (npm) beside them.
# Behaviour: YAML 1.2, which yaml-cpp follows in name, writes octal as 0o10 and means ten by 010. yaml-cpp gives
#            as<int>() 8, as<double>() 10 for one and the same text; js-yaml gives 10. CLI11 reads --limit 010 into an
#            int as 8 and into a double as 10. Both refuse 08 and 09 as an int and take 007: who tries a few does not
#            see it.
# Matters:   padded numbers are common where months, tasks and forms are numbered 01 to 12: a target, a limit of
#            persons or a number of documents to draw is two lower from 010 on, in a file that another program reads
#            otherwise.
# Careful:   a program reads whole numbers by its own decimal rule, or refuses a leading zero and says so; ids stay
#            text.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

npm install --no-audit --no-fund --ignore-scripts js-yaml@4.1.0 >npm.log 2>&1 ||
  skipped "npm could not bring js-yaml@4.1.0: $(tail -n 1 npm.log)"
dpkg-query -W libyaml-cpp-dev libcli11-dev g++ >/dev/null 2>&1 ||
  debian libyaml-cpp-dev libcli11-dev g++ >apt.log 2>&1 ||
  skipped "apt-get could not bring libyaml-cpp-dev, libcli11-dev and g++"
yaml=$(dpkg-query -W -f='${Version}' libyaml-cpp-dev) cli=$(dpkg-query -W -f='${Version}' libcli11-dev)
echo "libyaml-cpp-dev $yaml, libcli11-dev $cli, js-yaml 4.1.0"
case "$yaml $cli" in 0.7.0*\ 2.1.2*) ;; *) changed "other versions than 0.7.0 and 2.1.2" ;; esac

cat >read.cpp <<'CPP'
#include <CLI/CLI.hpp>
#include <yaml-cpp/yaml.h>
#include <iostream>
template <class Number> void read(const std::string& text) {
  try { std::cout << YAML::Load(text).as<Number>(); } catch (const YAML::Exception&) { std::cout << "-"; }
  Number number = 0;
  CLI::App app;
  app.add_option("--limit", number);
  try { app.parse("--limit " + text); std::cout << " " << number; } catch (const CLI::Error&) { std::cout << " -"; }
}
int main(int, char** argv) {
  read<int>(argv[1]);
  std::cout << " ";
  read<double>(argv[1]);
}
CPP
g++ -std=c++17 -O0 read.cpp -o read -lyaml-cpp
echo "text: int by yaml-cpp, CLI11; double by yaml-cpp, CLI11; js-yaml"
for text in 007 08 010 0120; do
  echo "$text: $(./read $text) $(node -p "require('js-yaml').load('limit: $text').limit")"
done | tee read.txt
wanted='007: 7 7 7 7 7
08: - - 8 8 8
010: 8 8 10 10 10
0120: 80 80 120 120 120'
[[ $(cat read.txt) == "$wanted" ]] || changed "other numbers"
