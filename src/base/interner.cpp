#include "euproj/base/interner.hpp"

#include <algorithm>
#include <cstring>

namespace euproj {
namespace {

constexpr std::size_t longest_short = 11;
constexpr std::uint32_t long_mark = 0xFF000000U;
constexpr std::size_t first_block = 512;
constexpr std::size_t largest_block = std::size_t{1} << 20;
constexpr std::size_t long_length = 255;  // such a length byte is followed by the real length

template <typename Word>
Word load(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93U;
  x ^= x >> 32;
  return x;
}

/// Up to seven bytes as a number.
std::uint64_t load_few(const char* at, std::size_t length) {
  if (length >= 4) {
    return load<std::uint32_t>(at) |
           static_cast<std::uint64_t>(load<std::uint32_t>(at + length - 4)) << (8 * (length - 4));
  }
  std::uint64_t word = 0;
  for (std::size_t i = length; i-- > 0;) word = word << 8 | static_cast<unsigned char>(at[i]);
  return word;
}

}  // namespace

Interner::Key Interner::key_of(std::string_view text) {
  const char* const at = text.data();
  const std::size_t length = text.size();
  if (length < 8) return {load_few(at, length), static_cast<std::uint32_t>(length) << 24};
  if (length <= longest_short) {
    const auto rest = static_cast<std::uint32_t>(load_few(at + 8, length - 8));
    return {load<std::uint64_t>(at), rest | static_cast<std::uint32_t>(length) << 24};
  }
  std::uint64_t hash = mixed(length);
  std::size_t done = 0;
  for (; length - done >= 8; done += 8) {
    hash = mixed(hash ^ load<std::uint64_t>(at + done)) + 0x9E3779B97F4A7C15U;
  }
  hash = mixed(hash ^ load<std::uint64_t>(at + length - 8));
  return {hash, static_cast<std::uint32_t>(mixed(hash + length) >> 40) | long_mark};
}

std::size_t Interner::place_of(const Key& key) {
  return static_cast<std::size_t>(mixed(key.low ^ (key.high * 0x9E3779B97F4A7C15U)));
}

std::size_t Interner::slot_of(const Key& key, std::string_view text) const {
  const std::size_t last = slots_.size() - 1;
  for (std::size_t at = place_of(key) & last;; at = (at + 1) & last) {
    const Slot& slot = slots_[at];
    if (slot.code == no_code) return at;
    if (slot.low != key.low || slot.high != key.high) continue;
    if (key.high < long_mark || this->text(slot.code) == text) return at;
  }
}

Code Interner::find(std::string_view text) const {
  if (text.empty() || slots_.empty()) return no_code;
  return slots_[slot_of(key_of(text), text)].code;
}

Code Interner::intern(std::string_view text) {
  if (text.empty()) return no_code;
  if (texts_.size() * 4 >= slots_.size() * 3) grow();
  const Key key = key_of(text);
  Slot& slot = slots_[slot_of(key, text)];
  if (slot.code == no_code) {
    texts_.push_back(keep(text));
    slot = {key.low, key.high, static_cast<Code>(texts_.size())};
  }
  return slot.code;
}

std::string_view Interner::text(Code code) const {
  if (code == no_code || code > texts_.size()) return {};
  const char* at = texts_[code - 1];
  std::size_t length = static_cast<unsigned char>(*at++);
  if (length == long_length) {
    length = load<std::size_t>(at);
    at += sizeof length;
  }
  return {at, length};
}

const char* Interner::keep(std::string_view text) {
  const bool is_long = text.size() >= long_length;
  const std::size_t size = text.size() + 1 + (is_long ? sizeof(std::size_t) : 0);
  if (size > block_rest_) {
    const std::size_t wanted =
        std::min(largest_block, first_block << std::min<std::size_t>(blocks_.size(), 11));
    block_rest_ = std::max(wanted, size);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_rest_));
    block_at_ = blocks_.back().get();
  }
  char* const kept = block_at_;
  block_at_ += size;
  block_rest_ -= size;
  char* at = kept;
  *at++ = static_cast<char>(static_cast<unsigned char>(is_long ? long_length : text.size()));
  if (is_long) {
    const std::size_t length = text.size();
    std::memcpy(at, &length, sizeof length);
    at += sizeof length;
  }
  std::copy(text.begin(), text.end(), at);
  return kept;
}

void Interner::grow() {
  std::vector<Slot> old = std::move(slots_);
  slots_ = std::vector<Slot>(old.empty() ? 16 : old.size() * 2);
  const std::size_t last = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.code == no_code) continue;
    std::size_t at = place_of({slot.low, slot.high}) & last;
    while (slots_[at].code != no_code) at = (at + 1) & last;
    slots_[at] = slot;
  }
}

}  // namespace euproj
