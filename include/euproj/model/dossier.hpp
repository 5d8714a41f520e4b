#pragma once
// Dossier: all that is known of one project: its definition, its logs, and who is in them.

#include "euproj/model/logs.hpp"
#include "euproj/model/people.hpp"
#include "euproj/model/project.hpp"

namespace euproj {

struct Dossier {
  Project project;
  Codes codes;
  Logs logs;
  People people;       // grouped once the logs are read
  LogFile definition;  // provenance of the definition itself
};

}  // namespace euproj
