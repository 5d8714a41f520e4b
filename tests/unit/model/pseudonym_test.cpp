// Pseudonyms of files without person ids: keyed, stable over files and months
// (src/report/README.md#privacy).

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "euproj/base/sha256.hpp"
#include "support/memory_files.hpp"

namespace euproj::testing {
namespace {

const std::string header =
    "PESEL/Inny identyfikator;brak PESEL;Płeć;Wiek w chwili przystąpienia do projektu;"
    "Data rozpoczęcia udziału w projekcie;Rodzaj przyznanego wsparcia;w tym;"
    "Data rozpoczęcia udziału we wsparciu\n";
const std::string anna = "44051401458;Nie;Mężczyzna;77;2022-01-10;doradztwo;;2022-01-10\n";
const std::string other = "00222912349;Nie;Kobieta;21;2022-01-11;doradztwo;;2022-01-11\n";

/// What `euproj explain` prints of the one file's persons, and the findings.
std::string explained(const std::string& rows, const std::string& key) {
  MemoryFiles files;
  files.put("project.yaml", R"(euproj: 1
project: {id: maly, title: Mały, period: {start: 2022-01-01, end: 2022-12-31}}
financing: {total: 100.00, sources: [{id: own, kind: own, remainder: true}]}
indicators: [{id: P1, kind: output, count: persons}]
data: {participants: {file: osoby.csv, preset: sm-efs}}
privacy: {key_file: klucz.txt}
)");
  files.put("osoby.csv", header + rows);
  if (!key.empty()) files.put("klucz.txt", key + "\n");
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  static_cast<void>(run({"explain", "project.yaml", "P1", "--format", "csv", "--lang", "en"}, env));
  return out.str() + err.str();
}

/// The keys of the rows, sorted by the program's order: the text before the first comma.
std::vector<std::string> keys_of(const std::string& csv) {
  std::vector<std::string> keys;
  std::istringstream lines(csv);
  std::string line;
  for (std::getline(lines, line); std::getline(lines, line);) {
    if (line.starts_with("p-")) keys.push_back(line.substr(0, line.find(',')));
  }
  return keys;
}

const std::string secret = "sekret, którego nikt nie zgadnie";

}  // namespace

TEST_CASE("HMAC-SHA256 gives the values of RFC 4231") {
  CHECK(hmac_sha256("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac_sha256(std::string(131, '\xaa'),
                    "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("with a key a person has one pseudonym, whatever the row or the file") {
  const auto first = keys_of(explained(anna + other, secret));
  const auto second = keys_of(explained(other + anna, secret));
  REQUIRE(first.size() == 2);
  REQUIRE(second.size() == 2);
  CHECK(first[0] != first[1]);
  CHECK(first[0] == second[1]);
  CHECK(first[1] == second[0]);
  CHECK(first[0].size() == 18);
}

TEST_CASE("another key gives other pseudonyms, and no number shows") {
  const std::string one = explained(anna, secret);
  CHECK(keys_of(one) != keys_of(explained(anna, secret + "!")));
  CHECK(one.find("44051401458") == std::string::npos);
}

TEST_CASE("a key that is missing or short is an error") {
  CHECK(explained(anna, "").find("there is no file `klucz.txt` [file-not-found]") !=
        std::string::npos);
  CHECK(explained(anna, "krótki")
            .find("project.yaml:6:21: error: the key of the pseudonyms in "
                  "`klucz.txt` has 7 bytes, at least 16 are needed "
                  "[key-too-short]") != std::string::npos);
}

}  // namespace euproj::testing
