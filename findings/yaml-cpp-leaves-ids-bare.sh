#!/usr/bin/env bash
# A text "1.10" written by yaml-cpp is the number 1.1 for whoever reads the file, and "00123456701" is 21913025.
#
# Tool:      yaml-cpp 0.7.0 (Debian 12) emits; js-yaml 4.1.0 (npm) and PyYAML 6.0 (Debian 12) read.
# Behaviour: YAML::Emitter puts a text into quotes only where the marks in it ask for that (or where it is "null"). A
#            std::string that looks like a number or a date stays bare, and so becomes one for the reader. yaml-cpp
#            itself keeps texts and gives the same text back, so a test of its own finds nothing.
# Matters:   tasks 1.1 and 1.10 become one task; a document 12E3 is number 12000; a person's 11 digits are a number,
#            in octal where they have no 8 or 9. Definitions made by a program are edited and checked with others.
# Careful:   a writer of YAML asks for YAML::DoubleQuoted for every text; a definition has ids in quotes, and its schema
#            asks for strings.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

npm install --no-audit --no-fund --ignore-scripts js-yaml@4.1.0 >npm.log 2>&1 ||
  skipped "npm could not bring js-yaml@4.1.0: $(tail -n 1 npm.log)"
dpkg-query -W libyaml-cpp-dev python3-yaml g++ >/dev/null 2>&1 ||
  debian libyaml-cpp-dev python3-yaml g++ >apt.log 2>&1 ||
  skipped "apt-get could not bring libyaml-cpp-dev, python3-yaml and g++"
yaml=$(dpkg-query -W -f='${Version}' libyaml-cpp-dev) pyyaml=$(dpkg-query -W -f='${Version}' python3-yaml)
echo "libyaml-cpp-dev $yaml, python3-yaml $pyyaml, js-yaml 4.1.0"
case "$yaml $pyyaml" in 0.7.0*\ 6.0-*) ;; *) changed "other versions than 0.7.0 and 6.0" ;; esac

cat >write.cpp <<'CPP'
#include <yaml-cpp/yaml.h>
#include <iostream>
int main() {
  YAML::Emitter out;
  out << YAML::BeginMap;
  const char* texts[][2] = {
    {"task", "1.10"}, {"document", "12E3"}, {"person", "00123456701"}, {"claim", "007"}, {"none", "null"}};
  for (auto& [key, text] : texts) out << YAML::Key << key << YAML::Value << std::string(text);
  out << YAML::EndMap;
  std::cout << out.c_str() << "\n";
  for (const auto& entry : YAML::Load(out.c_str())) std::cerr << entry.second.as<std::string>() << " ";
}
CPP
g++ -std=c++17 -O0 write.cpp -o write -lyaml-cpp
./write >book.yaml 2>own.txt
cat book.yaml
cat >read.js <<'JS'
const book = require('js-yaml').load(require('fs').readFileSync('book.yaml', 'utf8'));
console.log(Object.values(book).map(value => JSON.stringify(value)).join(' '));
JS
js=$(node read.js)
py=$(/usr/bin/python3 -c 'import json, yaml; print(*map(json.dumps, yaml.safe_load(open("book.yaml")).values()))')
echo "yaml-cpp: $(cat own.txt)"
echo "js-yaml:  $js"
echo "PyYAML:   $py"

[[ $(cat own.txt) == '1.10 12E3 00123456701 007 null ' ]] || changed "yaml-cpp reads other texts"
grep -qxF 'task: 1.10' book.yaml || changed "yaml-cpp quotes the task"
[[ $js == '1.1 12000 123456701 7 "null"' ]] || changed "js-yaml"
[[ $py == '1.1 "12E3" 21913025 7 "null"' ]] || changed "PyYAML"
