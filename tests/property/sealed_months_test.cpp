// Random projects sealed month by month, with rows that come late, go and change in between:
// sealed + changed + since = cumulative for every figure, what is called changed is what differs
// between two reports of the month, and who makes the difference is who came or went.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "euproj/read/json_leaves.hpp"
#include "support/memory_files.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using nlohmann::json;
using testing::MemoryFiles;
using testing::Random;

constexpr int months = 5;

struct Participant {
  std::string id;
  bool woman = false;
  int month = 1;  // of entry and first support
  bool unemployed = false;
};
struct Document {
  std::string number;
  int month = 1;
  std::int64_t grosz = 0;
  int task = 1;
};

std::string day(int month, int of_month) {
  return "2022-0" + std::to_string(month) + "-" + (of_month < 10 ? "0" : "") +
         std::to_string(of_month);
}

std::string amount(std::int64_t grosz) {
  const std::string cents = std::to_string(grosz % 100);
  return std::to_string(grosz / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

class SealedProject {
 public:
  explicit SealedProject(std::uint64_t seed) : random_(seed) {
    files_.put("project.yaml", R"(euproj: 1
project: {id: losowy, title: Losowy, period: {start: 2022-01-01, end: 2022-12-31}}
financing:
  total: 100000.00
  sources:
    - {id: eu, kind: eu, rate: 85%}
    - {id: own, kind: own, remainder: true}
budget:
  tasks: [{id: "1", name: Jedno, planned: 50000.00}, {id: "2", name: Drugie, planned: 30000.00}]
  indirect: {rate: 25%}
claims: [{id: "1", from: 2022-01-01, to: 2022-03-31}, {id: "2", from: 2022-04-01, to: 2022-12-31}]
support_forms: [{id: doradztwo, name: Doradztwo, task: "1"}]
indicators:
  - {id: P1, name: Osoby, kind: output, unit: osoby, target: {total: 9}, count: persons}
  - {id: P2, name: Bezrobotni, kind: output, unit: osoby, target: {total: 9}, count: persons,
     where: {labour_status: [unemployed]}}
  - {id: G1, name: Godziny, kind: output, unit: godz., target: {total: 9}, count: hours}
data:
  participants: u.csv
  support: w.csv
  expenditures: d.csv
  seals: seals/*.seal.json
)");
  }

  void run_story() {
    for (month_ = 1; month_ <= months; ++month_) {
      add_rows();
      if (month_ > 1) change_the_past();
      write();
      if (month_ > 1) check_report();
      seal();
    }
  }

 private:
  void add_rows() {
    const int persons = random_.number(1, 4);
    for (int i = 0; i < persons; ++i) add_person(month_);
    const int documents = random_.number(0, 3);
    for (int i = 0; i < documents; ++i) add_document(month_);
  }

  void add_person(int month) {
    people_.push_back(
        {"U-" + std::to_string(++number_), random_.chance(60), month, random_.chance(50)});
  }
  void add_document(int month) {
    documents_.push_back({"FV " + std::to_string(++number_), month, random_.between(1, 500'000),
                          random_.number(1, 2)});
  }

  /// Nothing in a third of the months.
  void change_the_past() {
    if (random_.chance(33)) return;
    const auto late = [&] { return random_.number(1, month_ - 1); };
    const int changes = random_.number(1, 4);
    for (int i = 0; i < changes; ++i) {
      switch (random_.number(0, 5)) {
        case 0:
          add_person(late());
          break;
        case 1:
          add_document(late());
          break;
        case 2:
          if (!people_.empty()) people_.erase(people_.begin() + pick(people_.size()));
          break;
        case 3:
          if (!documents_.empty()) documents_.erase(documents_.begin() + pick(documents_.size()));
          break;
        case 4:
          if (!people_.empty()) {
            Participant& changed = *(people_.begin() + pick(people_.size()));
            changed.unemployed = !changed.unemployed;
          }
          break;
        case 5:
          if (!documents_.empty()) {
            (documents_.begin() + pick(documents_.size()))->grosz = random_.between(1, 500'000);
          }
          break;
      }
    }
  }
  std::ptrdiff_t pick(std::size_t size) { return random_.number(0, static_cast<int>(size) - 1); }

  void write() {
    // The order of rows and their lines differ from month to month.
    random_.shuffle(people_);
    std::string participants = "person_id,sex,birth_date,entry_date,labour_status\n";
    std::string support = "date,person_id,form,hours\n";
    for (const Participant& each : people_) {
      participants += each.id + (each.woman ? ",K," : ",M,") + "1990-01-01," + day(each.month, 2) +
                      (each.unemployed ? ",unemployed\n" : ",employed\n");
      support += day(each.month, 3) + "," + each.id + ",doradztwo,2\n";
    }
    std::string costs = "doc_no,paid_date,task,eligible\n";
    for (const Document& each : documents_) {
      costs += each.number + "," + day(each.month, 9) + "," + std::to_string(each.task) + "," +
               amount(each.grosz) + "\n";
    }
    files_.put("u.csv", participants);
    files_.put("w.csv", support);
    files_.put("d.csv", costs);
  }

  std::string euproj(std::vector<std::string> arguments) {
    std::ostringstream out, err;
    Env env{files_, out, err, *Date::from(2022, 12, 31), {}, false, false, true};
    const ExitCode status = run(arguments, env);
    REQUIRE_MESSAGE(status == ExitCode::done, err.str());
    return out.str();
  }
  static std::string name_of(int month) { return "2022-0" + std::to_string(month); }
  std::string report(int month) {
    return euproj({"report", "project.yaml", "--period", name_of(month), "--format", "json"});
  }
  static std::map<std::string, std::string> figures_in(const std::string& report) {
    const auto leaves = read_json_leaves(report);
    REQUIRE(leaves.ok());
    std::map<std::string, std::string> figures;
    for (const NamedFigure& each : report_figures(*leaves)) figures[each.name] = each.value;
    return figures;
  }

  void seal() {
    static_cast<void>(euproj({"seal", "project.yaml", "--period", name_of(month_), "--quiet"}));
    sealed_[month_] = figures_in(report(month_));
    for (const Participant& each : people_) counted_[month_].insert(each.id);
  }

  void check_report() {
    const std::string text = report(month_);
    const json report_now = json::parse(text);
    check_changes(report_now);
    check_reconciliation(report_now, figures_in(text));
  }

  /// Of each sealed month the figures that another report of that month gives otherwise.
  void check_changes(const json& report_now) {
    std::map<std::string, json> changes;
    for (const json& each : report_now.at("changes")) changes[each.at("period")] = each;
    for (int month = 1; month < month_; ++month) {
      const auto now = figures_in(report(month));
      std::set<std::string> different;
      for (const auto& [name, value] : now) {
        const auto was = sealed_[month].find(name);
        if (was == sealed_[month].end() || was->second != value) different.insert(name);
      }
      for (const auto& [name, value] : sealed_[month]) {
        if (!now.contains(name)) different.insert(name);
      }
      std::set<std::string> told;
      if (changes.contains(name_of(month))) {
        for (const json& figure : changes[name_of(month)].at("figures")) {
          told.insert(figure.at("name"));
          CAPTURE(figure.dump(1));
          CHECK(!figure.at("why").empty());
          if (figure.at("name") == "indicators.P1.cumulative.total") check_persons(figure, month);
        }
      }
      CHECK(told == different);
    }
  }

  void check_persons(const json& figure, int month) {
    std::set<std::string> came, went;
    std::set<std::string> known;
    for (const Participant& each : people_) {
      if (each.month <= month) known.insert(each.id);
    }
    for (const std::string& id : known) {
      if (!counted_[month].contains(id)) came.insert(id);
    }
    for (const std::string& id : counted_[month]) {
      if (!known.contains(id)) went.insert(id);
    }
    std::set<std::string> told_came, told_went;
    for (const json& reason : figure.at("why")) {
      const std::string what = reason.at("what");
      if (what == "came") told_came.insert(reason.at("key"));
      if (what == "went") told_went.insert(reason.at("key"));
      CHECK((what == "came" || what == "went"));
    }
    CHECK(told_came == came);
    CHECK(told_went == went);
  }

  void check_reconciliation(const json& report_now,
                            const std::map<std::string, std::string>& figures) {
    REQUIRE(report_now.at("reconciled_with") == name_of(month_ - 1));
    std::size_t with_step = 0;
    for (const auto& [name, value] : figures) {
      with_step += name.find(".cumulative") != std::string::npos ? 1U : 0U;
    }
    std::size_t reconciled = 0;
    for (const json& figure : report_now.at("reconciliation")) {
      CAPTURE(figure.dump());
      const std::string name = figure.at("name");
      reconciled += name.find(".cumulative") != std::string::npos ? 1U : 0U;
      const auto units = [&](const char* key) {  // of a hundredth of a grosz
        return parse_quantity(figure.at(key).get<std::string>())->scaled_units();
      };
      CHECK(units("sealed") + units("changed") + units("since") == units("cumulative"));
      CHECK(figures.at(name) == figure.at("cumulative"));
      const auto was = sealed_[month_ - 1].find(name);
      if (was != sealed_[month_ - 1].end()) CHECK(was->second == figure.at("sealed"));
    }
    CHECK(reconciled == with_step);
  }

  Random random_;
  MemoryFiles files_;
  int month_ = 1;
  int number_ = 0;
  std::vector<Participant> people_;
  std::vector<Document> documents_;
  std::map<int, std::map<std::string, std::string>> sealed_;  // figures by month
  std::map<int, std::set<std::string>> counted_;              // persons by month
};

TEST_CASE("sealed, changed and since add up, and each change is explained by who came and went") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    SealedProject(seed).run_story();
  }
}

}  // namespace
}  // namespace euproj
