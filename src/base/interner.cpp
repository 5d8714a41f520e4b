#include "euproj/base/interner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "euproj/base/checked.hpp"
#include "euproj/base/load_bytes.hpp"

namespace euproj {
namespace {

constexpr std::size_t first_block = 512;
constexpr unsigned offset_bits = 20;
constexpr std::size_t largest_block = std::size_t{1} << offset_bits;
constexpr std::size_t most_blocks = std::size_t{1} << (32 - offset_bits);
constexpr std::size_t usual_length = 16;  // of a kept text, with its code
constexpr std::size_t long_length = 255;  // such a length byte is followed by the real length

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93U;
  x ^= x >> 32;
  return x;
}

/// The text behind its code: one length byte, or nine.
std::string_view text_at(const char* at) {
  at += sizeof(Code);
  std::size_t length = static_cast<unsigned char>(*at++);
  if (length == long_length) {
    length = load<std::size_t>(at);
    at += sizeof length;
  }
  return {at, length};
}

/// Nearly all texts are short, and a call for them costs more than they do.
bool is_same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  if (a.size() < 8 || a.size() > 16) return std::memcmp(a.data(), b.data(), a.size()) == 0;
  const std::size_t last = a.size() - 8;
  return load<std::uint64_t>(a.data()) == load<std::uint64_t>(b.data()) &&
         load<std::uint64_t>(a.data() + last) == load<std::uint64_t>(b.data() + last);
}

std::uint32_t mark_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

inline std::uint64_t hash_of(std::string_view text) {
  const char* const at = text.data();
  const std::size_t length = text.size();
  std::uint64_t hash = length * 0x9E3779B97F4A7C15U;
  if (length < 8) return mixed(mixed(hash ^ load_few(at, length)) + length);
  for (std::size_t done = 0; length - done >= 8; done += 8) {
    hash = mixed(hash ^ load<std::uint64_t>(at + done)) + 0x9E3779B97F4A7C15U;
  }
  return mixed(hash ^ load<std::uint64_t>(at + length - 8));
}

}  // namespace

const char* Interner::kept_at(Position position) const {
  return blocks_[position >> offset_bits].get() + (position & (largest_block - 1));
}

std::size_t Interner::slot_of(std::uint64_t hash, std::string_view text) const {
  const std::size_t last = slots_.size() - 1;
  for (std::size_t at = first_slot(mark_of(hash));; at = (at + 1) & last) {
    const Slot& slot = slots_[at];
    if (slot.position == 0) return at;
    if (slot.mark == mark_of(hash) && is_same(text_at(kept_at(slot.position)), text)) return at;
  }
}

Renaming::Renaming(Code known, std::vector<Code> codes) : known_(known), codes_(std::move(codes)) {
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    changes_something_ = changes_something_ || codes_[i] != known_ + i + 1;
  }
}

Interner Interner::beyond(const Interner& known) {
  Interner made;
  made.known_ = &known;
  made.known_size_ = static_cast<Code>(known.size());
  return made;
}

Renaming Interner::take(const Interner& other) {
  const bool looked_up = !other.slots_.empty();  // else its texts were appended
  std::vector<Code> codes;
  codes.reserve(other.positions_.size());
  std::array<LookedUp, 32> texts;
  for (std::size_t begin = 0; begin < other.positions_.size(); begin += texts.size()) {
    const std::size_t count = std::min(texts.size(), other.positions_.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      texts.at(i) = {text_at(other.kept_at(other.positions_[begin + i]))};
    }
    if (looked_up) look_up(std::span(texts).first(count));
    for (const LookedUp& seen : std::span(texts).first(count)) {
      codes.push_back(looked_up ? intern(seen) : append(seen.text));
    }
  }
  return {other.known_size_, std::move(codes)};
}

void Interner::look_up(std::span<LookedUp> texts) const {
  for (LookedUp& seen : texts) seen.hash = hash_of(seen.text);
  look_up_hashed(texts);
}

void Interner::look_up_hashed(std::span<LookedUp> texts) const {
  if (known_ != nullptr) known_->look_up_hashed(texts);
  if (slots_.empty()) return;
  std::array<const char*, 32> kept{};
  for (; !texts.empty(); texts = texts.subspan(std::min(kept.size(), texts.size()))) {
    const std::span<LookedUp> these = texts.first(std::min(kept.size(), texts.size()));
    for (const LookedUp& seen : these) {
      __builtin_prefetch(&slots_[first_slot(mark_of(seen.hash))]);
    }
    for (std::size_t i = 0; i < these.size(); ++i) {
      kept[i] = these[i].code == no_code ? first_of(these[i].hash) : nullptr;
      if (kept[i] == nullptr) continue;
      __builtin_prefetch(kept[i]);
      __builtin_prefetch(kept[i] + usual_length);  // it may stand on two lines of the cache
    }
    for (std::size_t i = 0; i < these.size(); ++i) {
      if (kept[i] == nullptr) continue;
      LookedUp& seen = these[i];
      const bool is_first = is_same(text_at(kept[i]), seen.text);
      seen.code = is_first ? load<Code>(kept[i]) : find_own(seen.hash, seen.text);
    }
  }
}

const char* Interner::first_of(std::uint64_t hash) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t at = first_slot(mark_of(hash));
  while (slots_[at].position != 0 && slots_[at].mark != mark_of(hash)) at = (at + 1) & last;
  return slots_[at].position == 0 ? nullptr : kept_at(slots_[at].position);
}

Code Interner::find(std::string_view text) const {
  return text.empty() ? no_code : find(hash_of(text), text);
}

Code Interner::find(std::uint64_t hash, std::string_view text) const {
  if (const Code code = known_ == nullptr ? no_code : known_->find(hash, text)) return code;
  return slots_.empty() ? no_code : find_own(hash, text);
}

Code Interner::find_own(std::uint64_t hash, std::string_view text) const {
  const Slot& slot = slots_[slot_of(hash, text)];
  return slot.position == 0 ? no_code : load<Code>(kept_at(slot.position));
}

Code Interner::intern(std::string_view text) {
  if (text.empty()) return no_code;
  const std::uint64_t hash = hash_of(text);
  const Code code = known_ == nullptr ? no_code : known_->find(hash, text);
  return code != no_code ? code : add(hash, text);
}

Code Interner::intern(const LookedUp& seen) {
  return seen.code != no_code || seen.text.empty() ? seen.code : add(seen.hash, seen.text);
}

/// Of a text that is none of the known ones; it may be there already.
Code Interner::add(std::uint64_t hash, std::string_view text) {
  if (positions_.size() * 4 >= slots_.size() * 3) grow();
  Slot& slot = slots_[slot_of(hash, text)];
  if (slot.position == 0) {
    slot = {mark_of(hash), keep(text)};
    positions_.push_back(slot.position);
  }
  return load<Code>(kept_at(slot.position));
}

Code Interner::append(std::string_view text) {
  if (text.empty()) return no_code;
  positions_.push_back(keep(text));
  return static_cast<Code>(size());
}

std::string_view Interner::text(Code code) const {
  if (code == no_code || code > size()) return {};
  if (code <= known_size_) return known_->text(code);
  return text_at(kept_at(positions_[code - known_size_ - 1]));
}

/// With the code that is the next one.
Interner::Position Interner::keep(std::string_view text) {
  const auto code = static_cast<Code>(size() + 1);
  const bool is_long = text.size() >= long_length;
  const std::size_t size =
      sizeof code + 1 + (is_long ? sizeof(std::size_t) : 0) + text.size();
  if (blocks_.empty() || size > block_size_ - block_used_) {
    if (blocks_.size() == most_blocks) throw InternalError("more than 4 GiB of different texts");
    const std::size_t wanted =
        std::min(largest_block, first_block << std::min<std::size_t>(blocks_.size(), 11));
    block_used_ = blocks_.empty() ? 1 : 0;  // position 0 is no text's
    block_size_ = std::max(wanted, size + block_used_);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
  }
  const std::size_t begin = block_used_;
  block_used_ += size;
  char* at = blocks_.back().get() + begin;
  std::memcpy(at, &code, sizeof code);
  at += sizeof code;
  *at++ = static_cast<char>(static_cast<unsigned char>(is_long ? long_length : text.size()));
  if (is_long) {
    const std::size_t length = text.size();
    std::memcpy(at, &length, sizeof length);
    at += sizeof length;
  }
  std::copy(text.begin(), text.end(), at);
  return static_cast<Position>((blocks_.size() - 1) << offset_bits | begin);
}

void Interner::grow() {
  const std::vector<Slot> slots =
      std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(16, slots_.size() * 2)));
  mark_shift_ = 32 - static_cast<unsigned>(std::countr_zero(slots_.size()));
  const std::size_t last = slots_.size() - 1;
  for (const Slot& slot : slots) {
    if (slot.position == 0) continue;
    std::size_t at = first_slot(slot.mark);
    while (slots_[at].position != 0) at = (at + 1) & last;
    slots_[at] = slot;
  }
}

}  // namespace euproj
