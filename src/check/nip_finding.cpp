#include "check/nip_finding.hpp"

#include "euproj/base/unicode.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {

void report_nip(const Dossier& dossier, NipFault fault, const std::string& key, Origin origin,
                Column column, Diagnostics& diagnostics) {
  const Place place = dossier.logs.place(origin, column);
  // Ten digits are a firm's; what has another length may be a person's number.
  if (fault == NipFault::check_digit) {
    diagnostics.report_of_cause(likeness_number(key), {Kind::nip_check_digit, {key}}, place, key);
  } else {
    diagnostics.report_of_cause(likeness_number(key),
                                {Kind::nip_form, {std::to_string(key.size())}}, place,
                                std::string(column_info(column).name));
  }
}

}  // namespace euproj
