#pragma once
// NIP: the tax number of who issued a document (Act on the registration of taxpayers, Art. 8b).

#include <optional>
#include <string>
#include <string_view>

namespace euproj {

/// The number without case, blanks, dashes and the PL before a Polish one; empty for a word that
/// says that there is none (brak, nie dotyczy, n/d, zeros). For comparing: it need not be a NIP.
[[nodiscard]] std::string nip_key(std::string_view written);

enum class NipFault { not_ten_digits, check_digit };

/// What is wrong with the key of a Polish number. Nothing is known of foreign ones, which begin
/// with two letters, nor of names.
[[nodiscard]] std::optional<NipFault> nip_fault(std::string_view key);

}  // namespace euproj
