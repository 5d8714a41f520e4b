#include "read/sheet/xml_stream.hpp"

#include <expat.h>

#include <cstring>
#include <exception>
#include <memory>

namespace euproj {
namespace {

constexpr int piece_bytes = 1 << 16;
constexpr std::size_t deepest = 256;
/// Of one tag or comment: expat keeps it whole, and looks at it anew with each piece.
constexpr XML_Index longest_token = XML_Index{1} << 20;

std::string_view without_prefix(const char* name) {
  const char* const colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

bool is_name(const char* seen, std::string_view wanted) {
  return std::strncmp(seen, wanted.data(), wanted.size()) == 0 && seen[wanted.size()] == '\0';
}

/// No exception may pass through expat: it is kept until expat has returned.
class Reading {
 public:
  Reading(SheetArchive::Part part, XmlListener& listener)
      : part_(std::move(part)), listener_(listener), parser_(XML_ParserCreate("UTF-8")) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_begin, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetDoctypeDeclHandler(parser_.get(), on_doctype, nullptr);
  }

  void read(std::size_t most_bytes) {
    XML_Index given = 0;
    bool is_last = false;
    while (!is_last && !listener_.has_all()) {
      void* const piece = XML_GetBuffer(parser_.get(), piece_bytes);
      if (piece == nullptr) throw std::bad_alloc();
      const std::size_t size = part_.read(static_cast<char*>(piece), piece_bytes);
      given += static_cast<XML_Index>(size);
      is_last = size == 0;
      if (static_cast<std::size_t>(given) > most_bytes) fail_too_large(most_bytes);
      const auto status = XML_ParseBuffer(parser_.get(), static_cast<int>(size), is_last ? 1 : 0);
      if (thrown_) std::rethrow_exception(thrown_);
      if (status != XML_STATUS_OK) fail_damaged(part_.name());
      if (given - XML_GetCurrentByteIndex(parser_.get()) > longest_token) {
        fail_damaged(part_.name());
      }
    }
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  template <typename Act>
  void guarded(const Act& act) {
    if (thrown_) return;
    try {
      act();
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  static Reading& of(void* data) { return *static_cast<Reading*>(data); }

  static void on_begin(void* data, const char* name, const char** attributes) {
    Reading& reading = of(data);
    reading.guarded([&] {
      if (++reading.depth_ > deepest) fail_damaged(reading.part_.name());
      reading.listener_.begin(without_prefix(name), XmlAttributes(attributes));
    });
  }
  static void on_end(void* data, const char*) {
    Reading& reading = of(data);
    --reading.depth_;
    reading.guarded([&] { reading.listener_.end(); });
  }
  static void on_text(void* data, const char* text, int size) {
    Reading& reading = of(data);
    reading.guarded([&] { reading.listener_.text({text, static_cast<std::size_t>(size)}); });
  }
  /// It may declare entities or name a file that does; both forms of spreadsheets know none.
  static void on_doctype(void* data, const char*, const char*, const char*, int) {
    Reading& reading = of(data);
    reading.guarded([&] { fail_damaged(reading.part_.name()); });
  }

  SheetArchive::Part part_;
  XmlListener& listener_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::size_t depth_ = 0;
  std::exception_ptr thrown_;
};

class ElementVisitor : public XmlListener {
 public:
  explicit ElementVisitor(const std::function<void(std::string_view, const XmlAttributes&)>& visit)
      : visit_(visit) {}
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    visit_(name, attributes);
  }

 private:
  const std::function<void(std::string_view, const XmlAttributes&)>& visit_;
};

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  const bool is_prefixed = name.find(':') != std::string_view::npos;
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (is_name(pair[0], name)) return pair[1];
    if (!is_prefixed && without_prefix(pair[0]) == name) return pair[1];
  }
  return {};
}

void read_xml(SheetArchive& archive, const std::string& part, XmlListener& listener) {
  Reading(archive.open(part), listener).read(archive.limits().unpacked_bytes);
}

void for_each_element(SheetArchive& archive, const std::string& part,
                      const std::function<void(std::string_view, const XmlAttributes&)>& visit) {
  constexpr std::size_t most_bytes = std::size_t{64} << 20;
  ElementVisitor visitor(visit);
  Reading(archive.open(part), visitor).read(most_bytes);
}

}  // namespace euproj
