#include "euproj/base/interner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "euproj/base/checked.hpp"

namespace euproj {
namespace {

// A position is 32 bits: the block, and the offset within 1 MiB.
//
//   blocks_[2]   | 3 abc | 5 U-061 | 255 <8 bytes: 300> ... |     position = 2 << 20 | offset
//
// So a text is found by its code in two reads, and never moves. Each block is twice the
// one before it, from 512 bytes to 1 MiB: a project of ten words takes little, one of a hundred
// million few allocations. A text longer than a block has one of its own, from offset 0 on.
constexpr std::size_t first_block = 512;
constexpr unsigned offset_bits = 20;
constexpr std::size_t largest_block = std::size_t{1} << offset_bits;
constexpr std::size_t max_blocks = std::size_t{1} << (32 - offset_bits);
constexpr std::size_t long_length = 255;  // such a length byte is followed by the real length
static_assert(max_blocks * largest_block == Interner::max_bytes);
constexpr std::uint32_t hash_tail = 0xFFFFFFFF;

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93U;
  x ^= x >> 32;
  return x;
}

/// The text with its length: one byte, or nine.
std::string_view text_at(const char* at) {
  std::size_t length = static_cast<unsigned char>(*at++);
  if (length == long_length) {
    length = load<std::size_t>(at);
    at += sizeof length;
  }
  return {at, length};
}

TextKey key_of(std::string_view text) { return text_key(text, load_words); }

}  // namespace

// The last read of 8 bytes may overlap the one before it, so no byte is left over. Two long texts
// of one hash are told apart by slot_from, which compares them in full.
TextKey key_of_long(std::string_view text) {
  const char* const at = text.data();
  const std::size_t length = text.size();
  std::uint64_t hash = length * 0x9E3779B97F4A7C15U;
  for (std::size_t done = 0; length - done >= 8; done += 8) {
    hash = mixed(hash ^ load<std::uint64_t>(at + done)) + 0x9E3779B97F4A7C15U;
  }
  return {mixed(hash ^ load<std::uint64_t>(at + length - 8)), hash_tail};
}

CodeRemap::CodeRemap(Code known, std::vector<Code> codes)
    : known_(known), codes_(std::move(codes)) {
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    changes_something_ = changes_something_ || codes_[i] != known_ + i + 1;
  }
}

Interner Interner::overlay(const Interner& known) {
  Interner made;
  made.known_ = &known;
  made.known_size_ = static_cast<Code>(known.size());
  made.max_bytes_ = known.max_bytes_;
  return made;
}

// New words of an overlay take the next codes in the order in which it met them, and overlays are
// merged in the order of the file: codes do not depend on which thread was faster. Thirty-two
// look-ups are begun at once, since each waits for memory and they may wait together.
CodeRemap Interner::merge(const Interner& overlay) {
  const bool looked_up = !overlay.slots_.empty();  // else its texts were appended
  std::vector<Code> codes;
  codes.reserve(overlay.positions_.size());
  std::array<Probe, 32> texts;
  for (Code code = overlay.known_size_ + 1; code <= overlay.size();) {
    const std::size_t count = std::min<std::size_t>(texts.size(), overlay.size() - code + 1);
    for (Probe& seen : std::span(texts).first(count)) seen = Probe(overlay.own_text(code++));
    if (looked_up) look_up(std::span(texts).first(count));
    for (const Probe& seen : std::span(texts).first(count)) {
      codes.push_back(looked_up ? intern(seen) : append(seen.text));
    }
  }
  return {overlay.known_size_, std::move(codes)};
}

void Interner::cut_to(std::size_t size) {
  positions_.resize(size - known_size_);
  if (!slots_.empty()) grow(slots_.size());  // which keeps the slots of texts that are there
}

// Asks for the cache lines of a batch before it looks at the first of them.
void Interner::look_up(std::span<Probe> texts) const {
  if (known_ != nullptr) known_->look_up(texts);
  if (slots_.empty()) return;
  std::array<std::size_t, 64> first{};
  for (; !texts.empty(); texts = texts.subspan(std::min(first.size(), texts.size()))) {
    const std::span<Probe> these = texts.first(std::min(first.size(), texts.size()));
    for (std::size_t i = 0; i < these.size(); ++i) {
      first[i] = first_slot(these[i].key);
      __builtin_prefetch(&slots_[first[i]]);
    }
    for (std::size_t i = 0; i < these.size(); ++i) {
      Probe& seen = these[i];
      if (seen.code == no_code) seen.code = slots_[slot_from(first[i], seen.key, seen.text)].code;
    }
  }
}

inline std::size_t Interner::first_slot(const TextKey& key) const {
  return mixed(mixed(key.head) ^ key.tail * 0x9E3779B97F4A7C15U) >> hash_shift_;
}

inline std::size_t Interner::slot_of(const TextKey& key, std::string_view text) const {
  return slot_from(first_slot(key), key, text);
}

inline std::size_t Interner::slot_from(std::size_t first, const TextKey& key,
                                       std::string_view text) const {
  const std::size_t last = slots_.size() - 1;
  for (std::size_t at = first;; at = (at + 1) & last) {
    const Slot& slot = slots_[at];
    if (slot.code == no_code) return at;
    if (slot.key() == key && (key.tail != hash_tail || own_text(slot.code) == text)) return at;
  }
}

Code Interner::find(std::string_view text) const {
  if (text.empty()) return no_code;
  return is_frozen_ ? find_among_all(text) : find(key_of(text), text);
}

// Once the logs are read hardly anybody asks for a code by its text: a search through all of them,
// then, for the memory of the slots.
Code Interner::find_among_all(std::string_view text) const {
  for (Code code = 1; code <= size(); ++code) {
    if (this->text(code) == text) return code;
  }
  return no_code;
}

void Interner::freeze() {
  is_frozen_ = !slots_.empty();  // what was only appended is not found anyway
  slots_ = std::vector<Slot>();  // an empty list would keep the room
}

Code Interner::find(const TextKey& key, std::string_view text) const {
  if (const Code code = known_ == nullptr ? no_code : known_->find(key, text)) return code;
  return slots_.empty() ? no_code : slots_[slot_of(key, text)].code;
}

Code Interner::intern(std::string_view text) {
  if (text.empty()) return no_code;
  const TextKey key = key_of(text);
  const Code code = known_ == nullptr ? no_code : known_->find(key, text);
  return code != no_code ? code : add(key, text);
}

Code Interner::intern(const Probe& seen) {
  return seen.code != no_code || seen.text.empty() ? seen.code : add(seen.key, seen.text);
}

/// Of a text that is none of the known ones; it may be there already.
Code Interner::add(const TextKey& key, std::string_view text) {
  if (is_frozen_) throw InternalError("a text came when no more were expected");
  if (positions_.size() * 4 >= slots_.size() * 3)
    grow(std::max<std::size_t>(16, slots_.size() * 2));
  Slot& slot = slots_[slot_of(key, text)];
  if (slot.code == no_code) slot = {key.head, key.tail, append(text)};
  return slot.code;
}

Code Interner::append(std::string_view text) {
  if (text.empty()) return no_code;
  positions_.push_back(keep(text));
  return static_cast<Code>(size());
}

std::string_view Interner::text(Code code) const {
  if (code == no_code || code > size()) return {};
  return code <= known_size_ ? known_->text(code) : own_text(code);
}

std::string_view Interner::own_text(Code code) const {
  const Position position = positions_[code - known_size_ - 1];
  return text_at(blocks_[position >> offset_bits].get() + (position & (largest_block - 1)));
}

Interner::Position Interner::keep(std::string_view text) {
  const bool is_long = text.size() >= long_length;
  const std::size_t size = 1 + (is_long ? sizeof(std::size_t) : 0) + text.size();
  if (blocks_.empty() || size > block_size_ - block_used_) {
    const std::size_t next_size = std::max(
        size, std::min(largest_block, first_block << std::min<std::size_t>(blocks_.size(), 11)));
    if (blocks_.size() == max_blocks || bytes_ + next_size > max_bytes_) throw TooMuchText();
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(next_size));
    block_size_ = next_size;
    block_used_ = 0;
    bytes_ += next_size;
  }
  const std::size_t begin = block_used_;
  block_used_ += size;
  char* at = blocks_.back().get() + begin;
  *at++ = static_cast<char>(static_cast<unsigned char>(is_long ? long_length : text.size()));
  if (is_long) {
    const std::size_t length = text.size();
    std::memcpy(at, &length, sizeof length);
    at += sizeof length;
  }
  std::copy(text.begin(), text.end(), at);
  return static_cast<Position>((blocks_.size() - 1) << offset_bits | begin);
}

void Interner::make_room(std::size_t texts) {
  if (texts == 0) return;
  positions_.reserve(texts);
  const std::size_t min_slots = std::bit_ceil(texts / 3 * 4 + 4);
  if (min_slots > slots_.size()) grow(min_slots);
}

/// Puts the slots anew, `size` of them.
void Interner::grow(std::size_t size) {
  const std::vector<Slot> slots = std::exchange(slots_, std::vector<Slot>(size));
  hash_shift_ = 64 - static_cast<unsigned>(std::countr_zero(slots_.size()));
  const std::size_t last = slots_.size() - 1;
  for (const Slot& slot : slots) {
    if (slot.code == no_code || slot.code > this->size()) continue;
    std::size_t at = first_slot(slot.key());
    while (slots_[at].code != no_code) at = (at + 1) & last;
    slots_[at] = slot;
  }
}

}  // namespace euproj
