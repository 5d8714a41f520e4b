// Świetlica: a yearly project as a centre keeps it by hand. Everybody and every amount is invented.
//
// A register with a title and a total, PESELs kept as numbers; an attendance list with a sheet a
// month, a column a meeting and names in place of numbers; documents as a Polish spreadsheet
// program writes them to CSV.
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "examples.h"
#include "identity.h"
#include "random_source.h"
#include "table.h"

namespace euproj_examples {

namespace {

// A ZIP archive whose parts are not compressed: enough for a workbook.

using Parts = std::vector<std::pair<std::string, std::string>>;

std::uint32_t crc32(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

void append_number(std::string& out, std::size_t number, int bytes) {
  for (int byte = 0; byte < bytes; ++byte, number >>= 8U) {
    out += static_cast<char>(static_cast<unsigned char>(number & 0xFFU));
  }
}

std::string stored_zip(const Parts& parts) {
  std::string out;
  std::string directory;
  for (const auto& [name, content] : parts) {
    std::string about;  // what the local header and the directory both say
    append_number(about, 20, 2);
    append_number(about, 0x800, 2);  // names are UTF-8
    append_number(about, 0, 2);      // stored
    append_number(about, 0x5A210000, 4);
    append_number(about, crc32(content), 4);
    append_number(about, content.size(), 4);
    append_number(about, content.size(), 4);
    append_number(about, name.size(), 2);
    append_number(about, 0, 2);
    directory += "PK\x01\x02";
    append_number(directory, 20, 2);
    directory += about;
    append_number(directory, 0, 10);
    append_number(directory, out.size(), 4);
    directory += name;
    out += "PK\x03\x04" + about + name + content;
  }
  const std::size_t directory_at = out.size();
  out += directory + "PK\x05\x06";
  append_number(out, 0, 4);
  append_number(out, parts.size(), 2);
  append_number(out, parts.size(), 2);
  append_number(out, directory.size(), 4);
  append_number(out, directory_at, 4);
  append_number(out, 0, 2);
  return out;
}

// A cell: a text, or a number that the sheet shows as one or as a day.
struct Cell {
  enum class Kind { text, number, day } kind = Kind::text;
  std::string value;
};
using Row = std::vector<Cell>;  // an empty text is no cell

Cell text(std::string value) { return {Cell::Kind::text, std::move(value)}; }
Cell number(std::string value) { return {Cell::Kind::number, std::move(value)}; }
Cell day(Day value) {
  return {Cell::Kind::day, std::to_string(value - day_of(1970, 1, 1) + 25569)};
}

std::string cell_xml(const Cell& cell, std::size_t column, std::size_t row) {
  if (cell.value.empty()) return {};
  const std::string address =
      std::string(1, static_cast<char>('A' + static_cast<int>(column))) + std::to_string(row);
  if (cell.kind == Cell::Kind::text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + cell.value + "</t></is></c>";
  }
  const std::string style = cell.kind == Cell::Kind::day ? " s=\"1\"" : "";
  return "<c r=\"" + address + "\"" + style + "><v>" + cell.value + "</v></c>";
}

struct Sheet {
  std::string name;
  std::vector<Row> rows;
};

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

void write_workbook(const std::filesystem::path& path, const std::vector<Sheet>& sheets) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/";
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string types = head + "<Types xmlns=\"" + package +
                      "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                      "vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/"
                      "workbook.xml\" ContentType=\"" +
                      type +
                      "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" +
                      type + "styles+xml\"/>";
  std::string listed;
  std::string relations;
  Parts parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = std::to_string(i + 1);
    const std::string part = "worksheets/sheet" + id + ".xml";
    types += "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + type + "worksheet+xml\"/>";
    listed +=
        "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
    relations += "<Relationship Id=\"rId" + id + "\" Type=\"" + office + "/worksheet\" Target=\"" +
                 part + "\"/>";
    std::string rows;
    for (std::size_t row = 0; row < sheets[i].rows.size(); ++row) {
      rows += "<row r=\"" + std::to_string(row + 1) + "\">";
      for (std::size_t column = 0; column < sheets[i].rows[row].size(); ++column) {
        rows += cell_xml(sheets[i].rows[row][column], column, row + 1);
      }
      rows += "</row>";
    }
    parts.emplace_back("xl/" + part, head + "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows +
                                         "</sheetData></worksheet>");
  }
  relations += "<Relationship Id=\"rId" + std::to_string(sheets.size() + 1) + "\" Type=\"" +
               office + "/styles\" Target=\"styles.xml\"/>";
  const std::string relationships = "<Relationships xmlns=\"" + package + "relationships\">";
  parts.insert(
      parts.begin(),
      {{"[Content_Types].xml", types + "</Types>"},
       {"_rels/.rels", head + relationships + "<Relationship Id=\"rId1\" Type=\"" + office +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
       {"xl/workbook.xml", head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
                               "\"><sheets>" + listed + "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels", head + relationships + relations + "</Relationships>"},
       {"xl/styles.xml",
        head + "<styleSheet xmlns=\"" + main +
            "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders "
            "count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs "
            "count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
            "</cellXfs></styleSheet>"}});
  write_bytes(path, stored_zip(parts));
}

struct Child {
  std::string surname;
  std::string name;
  Sex sex;
  Day born;
  Day entry;
};

// Names that nobody has: letters of the Greek alphabet and invented words.
std::vector<Child> children() {
  const Sex girl = Sex::woman;
  const Sex boy = Sex::man;
  return {{"Alfa", "Próbna", girl, day_of(2009, 1, 15), day_of(2026, 3, 2)},
          {"Beta", "Testowy", boy, day_of(2012, 7, 3), day_of(2026, 3, 2)},
          {"Alfa", "Testowa", girl, day_of(2014, 11, 30), day_of(2026, 3, 2)},
          {"Gamma", "Wymyślony", boy, day_of(2013, 2, 9), day_of(2026, 3, 2)},
          {"Delta-Epsilon", "Żadna", girl, day_of(2011, 5, 21), day_of(2026, 3, 9)},
          {"Zeta", "Niby", boy, day_of(2015, 8, 12), day_of(2026, 3, 9)},
          {"Eta", "Pozorna", girl, day_of(2010, 12, 1), day_of(2026, 4, 7)},
          {"Theta", "Umowny", boy, day_of(2014, 4, 4), day_of(2026, 4, 7)}};
}

Sheet register_sheet(const std::vector<Child>& all) {
  Sheet sheet{"Uczestnicy", {}};
  sheet.rows = {{text("Rejestr uczestników świetlicy – osoby zmyślone")},
                {text("stan na 30.04.2026 r.")},
                {},
                {text("Lp."), text("Nr uczestnika"), text("Nazwisko"), text("Imię"), text("PESEL"),
                 text("Płeć"), text("Data  przystąpienia"), text("Uwagi")}};
  int ordinal = 0;
  for (const Child& child : all) {
    ++ordinal;
    std::string pesel = make_pesel(child.born, child.sex, ordinal);
    pesel.erase(0, pesel.find_first_not_of('0'));  // a number: the sheet has lost the zero
    sheet.rows.push_back({number(std::to_string(ordinal)), text("S-" + padded(ordinal, 2)),
                          text(child.surname), text(child.name), number(pesel),
                          text(child.sex == Sex::woman ? "dziewczynka" : "chłopiec"),
                          day(child.entry)});
  }
  sheet.rows.push_back({text("Razem"), text("8 osób")});
  sheet.rows.push_back({});
  sheet.rows.push_back({text("sporządziła:"), text("kierowniczka świetlicy")});
  return sheet;
}

Sheet attendance(const std::string& name, const std::string& title, int month,
                 const std::vector<int>& days, const std::vector<Child>& all,
                 RandomSource& random) {
  Sheet sheet{name, {{text("Lista obecności – " + title)}, {}}};
  Row header = {text("Lp."), text("Nazwisko"), text("Imię")};
  for (const int d : days) header.push_back(text(padded(d, 2) + "." + padded(month, 2)));
  sheet.rows.push_back(header);
  std::vector<int> present(days.size());
  int ordinal = 0;
  for (const Child& child : all) {
    if (child.entry > day_of(2026, month, days.back())) continue;
    Row row = {number(std::to_string(++ordinal)),
               text(month == 4 ? " " + child.surname : child.surname), text(child.name)};
    for (std::size_t i = 0; i < days.size(); ++i) {
      const bool may = child.entry <= day_of(2026, month, days[i]);
      const bool is = may && (!random.chance(25) || child.entry == day_of(2026, month, days[i]));
      present[i] += is ? 1 : 0;
      row.push_back(text(is ? (random.chance(30) ? "+" : "x") : may ? "nb" : "-"));
    }
    sheet.rows.push_back(row);
  }
  Row total = {text("Razem"), text(""), text("")};
  for (const int count : present) total.push_back(number(std::to_string(count)));
  sheet.rows.push_back(total);
  sheet.rows.push_back({text("prowadząca:"), text("wychowawczyni")});
  return sheet;
}

}  // namespace

void write_swietlica(const std::filesystem::path& folder) {
  const std::vector<Child> all = children();
  write_workbook(folder / "uczestnicy.xlsx", {register_sheet(all)});
  RandomSource random(20260302);
  write_workbook(folder / "obecnosci.xlsx",
                 {attendance("marzec", "marzec 2026", 3, {2, 5, 9, 12, 16, 19}, all, random),
                  attendance("kwiecień", "kwiecień 2026", 4, {7, 9, 14, 16, 21}, all, random)});
  write_bytes(folder / "wydatki.csv",
              "\xEF\xBB\xBFsep=;\r\n"
              "Rejestr dokumentów – kwoty zmyślone;;;;;\r\n"
              ";;;;;\r\n"
              "Lp.;Nr dokumentu;Za co;\"Dzień\r\nzapłaty\";Zad.;Kwota kwalifikowalna\r\n"
              "1;F 11/2026;materiały plastyczne;5.3.2026;1;1 240,50 zł\r\n"
              "2;F 12/2026;stół do gier;12.03.2026 r.;1;980,00 zł\r\n"
              "3;LP 3/2026;wynagrodzenie wychowawczyni;31.3.2026;2;4 300,00 zł\r\n"
              ";Razem marzec;;;;6 520,50 zł\r\n"
              "4;F 19/2026;wycieczka;17.4.2026;1;1 315,20 zł\r\n"
              "5;LP 4/2026;wynagrodzenie wychowawczyni;30.4.2026;2;4 300,00 zł\r\n"
              ";Razem kwiecień;;;;5 615,20 zł\r\n"
              ";OGÓŁEM;;;;12 135,70 zł\r\n"
              "sporządził:;księgowy;;;;\r\n"
              "zatwierdził:;dyrektor;;;;\r\n");
}

}  // namespace euproj_examples
