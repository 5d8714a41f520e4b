#pragma once
// JsonWriter writes JSON piece by piece to a sink: no tree is built, and nothing written is looked
// at again.
//
//   json.object([&] {                                    {
//     json.field("id", "eu");                              "id": "eu",
//     json.field("used", std::optional<Money>());          "used": null,
//     json.objects("parts", parts, [&](const Part& part) { "parts": [
//       json.field("amount", part.amount);                   {
//     });                                                      "amount": "1.00"
//   });                                                      }
//                                                          ]
//                                                        }
// Indented, each member has a line of its own, two blanks deeper than what holds it; in one line
// there is no blank at all. What is empty is {} or []. A line break ends the outermost value. These
// are the layouts of nlohmann::json's dump(2) and dump(), byte for byte.
//
// Numbers are integers; an exact decimal (Money, Percent) is text. Text that is not UTF-8 does not
// throw: U+FFFD stands for what is broken in it.

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/parallel.hpp"
#include "euproj/render/render.hpp"

namespace euproj {

class JsonWriter {
 public:
  JsonWriter(JsonLayout layout, Sink sink)
      : is_indented_(layout == JsonLayout::indented), sink_(std::move(sink)) {}

  /// `write` writes the members.
  template <typename Write>
  void object(Write write) {
    open('{');
    write();
    close('}');
  }
  template <typename Write>
  void object(std::string_view key, Write write) {
    name(key);
    object(write);
  }

  /// `write` writes the elements.
  template <typename Write>
  void array(std::string_view key, Write write) {
    name(key);
    open('[');
    write();
    close(']');
  }
  /// `write` writes one element for each item.
  template <typename Items, typename Write>
  void array(std::string_view key, const Items& items, Write write) {
    array(key, [&] {
      for (const auto& item : items) write(item);
    });
  }
  /// `write` writes the members of the object that stands for an item.
  template <typename Items, typename Write>
  void objects(std::string_view key, const Items& items, Write write) {
    array(key, items, [&](const auto& item) { object([&] { write(item); }); });
  }
  /// As `objects`, each on one line also where the text is indented: for long lists.
  template <typename Items, typename Write>
  void rows(std::string_view key, const Items& items, Write write) {
    array(key, items, [&](const auto& item) { row([&] { write(item); }); });
  }
  /// The same text, which several threads write: for lists that are made as they are looked at, by
  /// position and of millions. `write` is given the writer, and may be called by any thread.
  ///
  ///   threads   1: rows 0..  2: rows n..  │  1: rows 2n..  2: rows 3n..  │  ...
  ///   text      ───────────► ───────────►   ─────────────► ─────────────►
  template <typename Items, typename Write>
  void rows_on(std::size_t threads, std::string_view key, const Items& items, const Write& write) {
    constexpr std::size_t at_once = std::size_t{1} << 14;
    std::vector<std::string> texts(std::clamp<std::size_t>(items.size() / at_once, 1, threads));
    array(key, [&] {
      for (std::size_t done = 0; done < items.size(); done += texts.size() * at_once) {
        for_each_in_parallel(texts.size(), texts.size(), [&](std::size_t piece) {
          const std::size_t first = std::min(done + piece * at_once, items.size());
          const std::size_t end = std::min(first + at_once, items.size());
          JsonWriter part(*this, first == 0);
          for (std::size_t at = first; at < end; ++at) part.row([&] { write(part, items[at]); });
          texts[piece] = std::move(part.out_);
        });
        for (const std::string& text : texts) out_ += text;
        is_first_ = false;
        flush();
      }
    });
  }
  /// An array of texts or integers.
  template <typename Items>
  void values(std::string_view key, const Items& items) {
    array(key, items, [&](const auto& item) { value(item); });
  }

  /// A member of an object.
  template <typename Value>
  void field(std::string_view key, const Value& content) {
    name(key);
    value(content);
  }
  /// A text that is too long for memory: `write` gets a function that appends a piece of it. Pieces
  /// are ASCII without quotes and backslashes.
  template <typename Write>
  void text_in_pieces(std::string_view key, Write write) {
    name(key);
    separate();
    out_ += '"';
    write([this](std::string_view piece) {
      out_ += piece;
      flush();
    });
    out_ += '"';
  }
  void null_field(std::string_view key) { field(key, nullptr); }
  /// null for a text that is empty.
  void text_or_null(std::string_view key, std::string_view content) {
    if (content.empty()) return null_field(key);
    field(key, content);
  }

  /// An element of an array: a text, a truth, an integer, what has a text (Money, Percent) or a
  /// day; null for an optional without a value and for a day that is not known.
  template <typename Value>
  void value(const Value& content) {
    if constexpr (std::same_as<Value, std::nullptr_t>) {
      token("null");
    } else if constexpr (std::same_as<Value, bool>) {
      token(content ? "true" : "false");
    } else if constexpr (std::integral<Value>) {
      token(std::to_string(content));
    } else if constexpr (requires { content.has_value(); }) {
      content ? value(*content) : token("null");
    } else if constexpr (requires { content.iso(); }) {
      const std::string day = content.iso();
      day.empty() ? token("null") : text(day);
    } else if constexpr (requires { content.text(); }) {
      text(content.text());
    } else {
      text(content);
    }
  }

 private:
  /// Goes on in a list of `list`, behind its first row or from it on, and holds all it writes.
  JsonWriter(const JsonWriter& list, bool is_first)
      : is_indented_(list.is_indented_), depth_(list.depth_), is_first_(is_first), is_part_(true) {}

  /// An object on one line.
  template <typename Write>
  void row(const Write& write) {
    open('{');
    is_in_row_ = true;
    write();
    close('}');
    is_in_row_ = false;
  }
  void open(char bracket);
  void close(char bracket);
  /// Gives what is held to the sink where it is enough, or the outermost value has ended.
  void flush();
  void name(std::string_view key);
  void token(std::string_view literal);
  void text(std::string_view content);
  /// What stands between the last member or element, or the bracket, and the next.
  void separate();
  void break_line();
  void append_quoted(std::string_view content);

  bool is_indented_;
  Sink sink_;
  std::string out_;  // not yet given to the sink
  std::size_t depth_ = 0;
  bool is_first_ = true;  // nothing stands in the open bracket yet
  bool is_after_key_ = false;
  bool is_in_row_ = false;  // of `rows`: its members break no line
  bool is_part_ = false;    // of `rows_on`: nothing goes to the sink
};

/// What `write` writes with the JsonWriter that it is given.
template <typename Write>
[[nodiscard]] std::string json_text(JsonLayout layout, Write write) {
  std::string text;
  JsonWriter json(layout, [&text](std::string_view piece) { text += piece; });
  write(json);
  return text;
}

}  // namespace euproj
