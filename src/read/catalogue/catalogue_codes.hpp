#pragma once
// The codes of the catalogue, for the field table: what `definition` may be, and in which order the
// schema offers it. A unit test holds them equal to the data files.

#include <array>
#include <string_view>

namespace euproj {

inline constexpr std::array<std::string_view, 57> catalogue_codes = {
    "CO01",   "CO02",   "CO03",   "CO04",   "CO05",   "CO06",   "CO07",   "CO08",   "CO09",
    "CO10",   "CO11",   "CO12",   "CO13",   "CO14",   "CO15",   "CO16",   "CO17",   "CO18",
    "CO19",   "CO20",   "CO21",   "CO22",   "CO23",   "CR01",   "CR02",   "CR03",   "CR04",
    "CR05",   "CR06",   "CR07",   "CR08",   "CR09",   "EECO01", "EECO02", "EECO03", "EECO04",
    "EECO05", "EECO06", "EECO07", "EECO08", "EECO09", "EECO10", "EECO11", "EECO12", "EECO13",
    "EECO14", "EECO15", "EECO16", "EECO17", "EECO18", "EECO19", "EECR01", "EECR02", "EECR03",
    "EECR04", "EECR05", "EECR06"};

}  // namespace euproj
