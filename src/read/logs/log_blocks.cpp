#include "read/logs/log_blocks.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "euproj/base/parallel.hpp"
#include "read/csv/cell_ends.hpp"

namespace euproj {
namespace {

struct Block {
  std::size_t begin = 0;   // of its first row, as far as the line feeds tell
  std::size_t end = 0;     // where the next block begins
  std::uint32_t line = 0;  // at the beginning
};

/// What reading a block has given, as long as it is not known whether it began in the right place.
struct BlockRows {
  explicit BlockRows(const RowsTarget& whole)
      : codes(Codes::overlay(whole.codes)), diagnostics(whole.diagnostics.warnings()) {}

  Codes codes;
  Logs logs;
  Diagnostics diagnostics;
  TableRest rest;
  std::uint64_t rows = 0;
  std::size_t stop = 0;  // where the row after its last one begins
  std::uint32_t stop_line = 0;
  bool is_cut = false;  // the text given to it ended within a row
};

class BlocksReader {
 public:
  BlocksReader(std::string_view text, const CsvScanner& scanner, const OwnLog& log,
               const ReadOptions& options, const RowsTarget& target, const WhileReading& meanwhile)
      : text_(text),
        delimiter_(scanner.delimiter()),
        log_(log),
        options_(options),
        target_(target),
        meanwhile_(meanwhile),
        position_(scanner.position()),
        line_(scanner.line()) {}

  std::uint64_t read(std::vector<Skipped>& skipped) {
    while (position_ < text_.size()) {
      if (options_.threads == 1 || text_.size() - position_ <= options_.block_bytes) {
        read_on(position_ + std::min(options_.block_bytes, text_.size() - position_));
      } else {
        read_round();
      }
      meanwhile_.while_waiting(position_);  // as far as that was not done meanwhile
      if (!meanwhile_.go_on(position_)) break;
      if (!has_room_ && position_ < text_.size()) make_room();
    }
    finish(skipped);
    return rows_;
  }

 private:
  /// For rows as dense as so far, since growing copies all that is there. Never for more bytes than
  /// the log has, whatever its first rows are.
  void make_room() {
    has_room_ = true;
    Interner* const words = new_words(target_.codes);
    if (words == nullptr) return;
    const std::size_t expected = std::min<std::size_t>(rows_ * (text_.size() / position_ + 1),
                                                       text_.size() / sizeof(ParticipantRow));
    words->make_room(expected);
    if (log_.file.kind != LogKind::participants) return;
    target_.logs.participants.reserve(target_.logs.participants.size() + expected);
  }

  /// The words of which nearly each row has a new one; null in a log that has none such.
  [[nodiscard]] Interner* new_words(Codes& codes) const {
    if (log_.file.kind == LogKind::participants) return &codes.person_ids;
    return has_documents() ? &codes.documents : nullptr;
  }
  /// In such a log they are nearly the only words: one thread merges them.
  [[nodiscard]] bool has_documents() const { return log_.file.kind == LogKind::expenditures; }

  /// The rows that waited for the last total of the text.
  void finish(std::vector<Skipped>& skipped) {
    CsvScanner scanner(text_, delimiter_);
    RowCells cells(log_.declared, log_.header, log_.decimal, log_.file.file, target_.diagnostics);
    RowsReader reader(log_.project, log_.file, log_.header.names, cells, nullptr, target_);
    rows_ += reader.finish(scanner, std::move(rest_), skipped);
  }

  /// One block after another, as they come.
  void read_on(std::size_t end) {
    CsvScanner scanner(text_.substr(position_), delimiter_, line_);
    RowCells cells(log_.declared, log_.header, log_.decimal, log_.file.file, target_.diagnostics);
    RowsReader reader(log_.project, log_.file, log_.header.names, cells, nullptr, target_);
    rows_ += reader.read(scanner, end - position_);
    rest_.append(reader.take_rest(), position_);
    position_ += scanner.position();
    line_ = scanner.line();
  }

  /// A few blocks for each thread, so that none waits long for another.
  void read_round() {
    const std::vector<Block> blocks = next_blocks(options_.threads * 4);
    std::vector<BlockRows> found;
    found.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      found.emplace_back(target_);
      Interner* const words = new_words(found.back().codes);
      if (words != nullptr) words->make_room(rows_ * options_.block_bytes / position_);
    }
    for_each_in_parallel(blocks.size() + 1, options_.threads, [&](std::size_t piece) {
      if (piece > 0) {
        read_block(blocks[piece - 1], found[piece - 1]);
      } else if (!has_documents()) {
        meanwhile_.while_waiting(blocks.back().end);
      }
    });
    for (std::size_t i = 0; i < blocks.size();) {
      const std::size_t end = end_of_good(blocks, found, i);
      merge(std::span(found).subspan(i, end - i));
      i = end;
      if (i == blocks.size()) break;
      if (blocks[i].end > position_) read_on(blocks[i].end);
      ++i;
    }
  }

  /// Behind the blocks from `first` on that began in the right place and were not cut.
  [[nodiscard]] std::size_t end_of_good(std::span<const Block> blocks,
                                        std::span<const BlockRows> found, std::size_t first) const {
    std::size_t at = first;
    for (std::size_t position = position_; at < blocks.size(); ++at) {
      if (blocks[at].begin != position || found[at].is_cut) break;
      position = found[at].stop;
    }
    return at;
  }

  [[nodiscard]] std::vector<Block> next_blocks(std::size_t count) const {
    std::vector<Block> blocks;
    for (std::size_t begin = position_; begin < text_.size() && blocks.size() < count;) {
      const std::size_t min_end = begin + std::min(options_.block_bytes, text_.size() - begin);
      const std::size_t line_feed = text_.find('\n', min_end - 1);
      const std::size_t end = line_feed == std::string_view::npos ? text_.size() : line_feed + 1;
      blocks.push_back({begin, end, 0});
      begin = end;
    }
    std::vector<std::uint32_t> lines(blocks.size());
    for_each_in_parallel(blocks.size(), options_.threads, [&](std::size_t i) {
      const std::string_view bytes = text_.substr(blocks[i].begin, blocks[i].end - blocks[i].begin);
      lines[i] = static_cast<std::uint32_t>(count_line_feeds(bytes));
    });
    std::uint32_t line = line_;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      blocks[i].line = line;
      line += lines[i];
    }
    return blocks;
  }

  /// Of a quote that opens in the wrong place it sees no more than a block's length behind its own,
  /// so that not every block is searched to the end of the text.
  void read_block(const Block& block, BlockRows& found) const {
    const std::size_t seen_to =
        block.end + std::min(options_.block_bytes, text_.size() - block.end);
    CsvScanner scanner(text_.substr(block.begin, seen_to - block.begin), delimiter_, block.line);
    RowCells cells(log_.declared, log_.header, log_.decimal, log_.file.file, found.diagnostics);
    RowsReader reader(log_.project, log_.file, log_.header.names, cells, nullptr,
                      {found.codes, found.logs, found.diagnostics});
    found.rows = reader.read(scanner, block.end - block.begin);
    found.rest = reader.take_rest();
    found.stop = block.begin + scanner.position();
    found.stop_line = scanner.line();
    found.is_cut = found.stop > block.end && found.stop == seen_to && seen_to < text_.size();
  }

  void merge(std::span<BlockRows> found) {
    if (found.empty()) return;
    std::vector<const Codes*> codes;
    for (const BlockRows& block : found) codes.push_back(&block.codes);
    std::vector<CodeTables<CodeRemap>> remaps = target_.codes.merge(
        codes, options_.threads, [&] { meanwhile_.while_waiting(found.back().stop); });
    std::vector<LogsPart> parts;
    for (std::size_t i = 0; i < found.size(); ++i) {
      parts.push_back({std::move(found[i].logs), std::move(remaps[i])});
      target_.diagnostics.append(std::move(found[i].diagnostics));
      rows_ += found[i].rows;
      rest_.append(std::move(found[i].rest), i == 0 ? position_ : found[i - 1].stop);
    }
    append(target_.logs, parts, options_.threads);
    position_ = found.back().stop;
    line_ = found.back().stop_line;
  }

  const std::string_view text_;
  const char delimiter_;
  const OwnLog& log_;
  const ReadOptions options_;
  const RowsTarget target_;
  const WhileReading& meanwhile_;
  std::size_t position_;  // of the next row
  std::uint32_t line_;    // of that row
  std::uint64_t rows_ = 0;
  TableRest rest_;
  bool has_room_ = false;
};

}  // namespace

std::uint64_t read_blocks(std::string_view text, const CsvScanner& scanner, const OwnLog& log,
                          const ReadOptions& options, const RowsTarget& target,
                          const WhileReading& meanwhile, std::vector<Skipped>& skipped) {
  return BlocksReader(text, scanner, log, options, target, meanwhile).read(skipped);
}

}  // namespace euproj
