#include "euproj/base/interner.hpp"

namespace euproj {

Code Interner::intern(std::string_view text) {
  if (text.empty()) return no_code;
  if (const auto found = codes_.find(text); found != codes_.end()) return found->second;
  owned_.emplace_back(text);
  texts_.push_back(owned_.back());
  const auto code = static_cast<Code>(texts_.size());
  codes_.emplace(texts_.back(), code);
  return code;
}

Code Interner::find(std::string_view text) const {
  const auto found = codes_.find(text);
  return found == codes_.end() ? no_code : found->second;
}

std::string_view Interner::text(Code code) const {
  return code == no_code || code > texts_.size() ? std::string_view{} : texts_[code - 1];
}

}  // namespace euproj
