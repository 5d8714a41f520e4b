#include "euproj/base/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>


namespace euproj {
namespace {

auto order_of(const Diagnostic& d) {
  return std::tie(d.place.file, d.place.line, d.place.column, d.place.cell, d.kind, d.arguments);
}

}  // namespace

std::string Diagnostic::message(Language language) const {
  return fill(kind_info(kind).message.in(language), arguments);
}

std::string Diagnostic::help(Language language) const {
  return fill(kind_info(kind).help.in(language), arguments);
}

void Diagnostics::report(Kind kind, Place place, std::vector<std::string> arguments) {
  Severity severity = kind_info(kind).severity;
  if (severity == Severity::warning && warnings_ == Warnings::are_errors) {
    severity = Severity::error;
  }
  if (severity == Severity::warning) {
    ++warning_count_;
  } else {
    ++errors_;
  }
  if (severity == Severity::failure) ++failures_;
  all_.push_back({kind, severity, place, std::move(arguments)});
}

void Diagnostics::append(Diagnostics&& other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
              std::make_move_iterator(other.all_.end()));
  errors_ += other.errors_;
  failures_ += other.failures_;
  warning_count_ += other.warning_count_;
}

void Diagnostics::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) < order_of(b);
  });
  all_.erase(std::unique(all_.begin(), all_.end(),
                         [](const Diagnostic& a, const Diagnostic& b) {
                           return order_of(a) == order_of(b);
                         }),
             all_.end());
  const auto count = [this](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(),
                      [severity](const Diagnostic& d) { return d.severity == severity; }));
  };
  failures_ = count(Severity::failure);
  errors_ = failures_ + count(Severity::error);
  warning_count_ = count(Severity::warning);
}

}  // namespace euproj
