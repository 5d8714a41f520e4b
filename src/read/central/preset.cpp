#include "read/central/preset.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/unicode.hpp"

namespace euproj {
namespace {

constexpr bool open = false;
constexpr bool personal = true;

constexpr std::array fields = {
#define EUPROJ_PRESET_FIELD(name, list, privacy) PresetFieldInfo{#name, InCell::list, privacy},
#include "read/central/fields.def"
#undef EUPROJ_PRESET_FIELD
};

using F = PresetField;

struct Label {
  PresetField field;
  std::string_view printed;
};

// src/read/central/README.md#labels. One table: no label means two things in two systems. The first
// label of a field is that of the system, others were met in users' files; compared folded.
constexpr std::array labels = {
    Label{F::row_type, "Typ"},
    Label{F::project, "Numer projektu"},
    Label{F::project, "Numer umowy"},
    Label{F::project, "Numer umowy decyzji aneksu"},
    Label{F::participant_kind, "Rodzaj uczestnika"},
    Label{F::pesel, "PESEL/Inny identyfikator"},
    Label{F::pesel, "pesel"},
    Label{F::no_pesel, "brak PESEL"},
    Label{F::technical_id, "Techniczny identyfikator uczestnika"},
    Label{F::technical_id, "techniczny identyfikator"},
    Label{F::first_name, "Imię"},
    Label{F::last_name, "Nazwisko"},
    Label{F::sex, "Płeć"},
    Label{F::birth_date, "Data urodzenia"},
    Label{F::age, "Wiek w chwili przystąpienia do projektu"},
    Label{F::age, "wiek"},
    Label{F::education, "Wykształcenie"},
    Label{F::municipality, "Gmina"},
    Label{F::degurba, "Obszar według stopnia urbanizacji (DEGURBA)"},
    Label{F::degurba, "obszar wg stopnia urbanizacji degurba"},
    Label{F::degurba, "degurba"},
    Label{F::citizenship, "Obywatelstwo"},
    Label{F::third_country, "Obywatel państwa trzeciego"},
    Label{F::entry_date, "Data rozpoczęcia udziału w projekcie"},
    Label{F::exit_date, "Data zakończenia udziału w projekcie"},
    Label{F::labour_status, "Status osoby na rynku pracy w chwili przystąpienia do projektu"},
    Label{F::labour_status, "status osoby na rynku pracy"},
    Label{F::labour_detail, "status osoby na rynku pracy w chwili przystapienia do projektu w tym"},
    Label{F::exit_situation, "Sytuacja osoby w momencie zakończenia udziału w projekcie"},
    Label{F::exit_situation, "sytuacja 1 osoby w momencie zakonczenia udzialu w projekcie"},
    Label{F::exit_situation, "sytuacja po zakonczeniu"},
    Label{F::exit_situation_2, "Sytuacja (2) osoby w momencie zakończenia udziału w projekcie"},
    Label{F::completed,
          "Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką "
          "uczestnictwa"},
    Label{F::completed, "zakonczenie zgodne ze sciezka"},
    Label{F::scope, "Zakres wsparcia"},
    Label{F::form, "Rodzaj przyznanego wsparcia"},
    Label{F::subform, "rodzaj przyznanego wsparcia w tym"},
    Label{F::subform, "w tym 1"},  // tools rename the second `w tym`
    Label{F::date, "Data rozpoczęcia udziału we wsparciu"},
    Label{F::date_to, "Data zakończenia udziału we wsparciu"},
    Label{F::foreign_background, "Osoba obcego pochodzenia"},
    Label{F::minority,
          "Osoba należąca do mniejszości narodowej lub etnicznej (w tym społeczności "
          "marginalizowane)"},
    // One flag for three notions, which nothing can split: it stands for `minority`.
    Label{F::minority,
          "osoba nalezaca do mniejszosci narodowej lub etnicznej migrant osoba obcego "
          "pochodzenia"},
    Label{F::minority, "mniejszosc"},
    Label{F::homeless, "Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań"},
    Label{F::homeless, "bezdomnosc"},
    Label{F::disability, "Osoba z niepełnosprawnościami"},
    Label{F::disability, "niepelnosprawnosc"},
    Label{F::disadvantaged, "Osoba w innej niekorzystnej sytuacji społecznej"},
};

constexpr std::array needed_of_all = {F::pesel, F::entry_date, F::form, F::date};
constexpr std::array needed_of_pefs = {F::row_type, F::pesel, F::entry_date, F::form, F::date};

constexpr std::array expected_of_sm_efs = {
    F::no_pesel,           F::technical_id, F::sex,           F::age,
    F::education,          F::municipality, F::degurba,       F::citizenship,
    F::third_country,      F::exit_date,    F::labour_status, F::labour_detail,
    F::exit_situation,     F::completed,    F::scope,         F::subform,
    F::foreign_background, F::minority,     F::homeless,      F::disability};
constexpr std::array expected_of_sl2014 = {
    F::no_pesel,         F::sex,        F::age,           F::education,     F::municipality,
    F::degurba,          F::exit_date,  F::labour_status, F::labour_detail, F::exit_situation,
    F::exit_situation_2, F::completed,  F::subform,       F::date_to,       F::minority,
    F::homeless,         F::disability, F::disadvantaged};
constexpr std::array expected_of_pefs = {
    F::sex,          F::age,           F::education,     F::municipality,   F::degurba,
    F::exit_date,    F::labour_status, F::labour_detail, F::exit_situation, F::completed,
    F::subform,      F::date_to,       F::minority,      F::homeless,       F::disability,
    F::disadvantaged};

constexpr std::array presets = {
    Preset{"sm-efs", SlashDates::day_first, false, needed_of_all, expected_of_sm_efs},
    Preset{"sl2014", SlashDates::unknown, true, needed_of_all, expected_of_sl2014},
    Preset{"pefs-lsi2014", SlashDates::unknown, false, needed_of_pefs, expected_of_pefs},
};

}  // namespace

const Preset* find_preset(std::string_view name) {
  const auto found = std::find_if(presets.begin(), presets.end(),
                                  [&](const Preset& preset) { return preset.name == name; });
  return found == presets.end() ? nullptr : &*found;
}

const PresetFieldInfo& preset_field(PresetField field) {
  return fields.at(static_cast<std::size_t>(field));
}

std::span<const PresetFieldInfo> preset_fields() { return fields; }

const std::vector<PresetLabel>& preset_labels() {
  static const std::vector<PresetLabel> known = [] {
    std::vector<PresetLabel> made;
    made.reserve(std::size(labels));
    for (const Label& label : labels) made.push_back({label.field, folded(label.printed)});
    return made;
  }();
  return known;
}

std::string_view preset_label(PresetField field) {
  if (field == F::labour_detail || field == F::subform) return label_of_both_details;
  const auto found = std::find_if(labels.begin(), labels.end(),
                                  [&](const Label& label) { return label.field == field; });
  return found == labels.end() ? preset_field(field).name : found->printed;
}

}  // namespace euproj
