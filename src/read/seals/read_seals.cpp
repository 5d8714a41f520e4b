#include "euproj/read/read_seals.hpp"

#include <algorithm>
#include <map>

#include "euproj/base/sha256.hpp"
#include "euproj/model/seal_text.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"
#include "read/seals/seal_reader.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::string_view seal_extension = ".seal.json";

class SealsReader {
 public:
  SealsReader(const Project& project, const std::string& folder, Outside outside,
              const Files& files, SourceSet& sources, Diagnostics& diagnostics,
              const std::string& replaced)
      : project_(project),
        folder_(folder),
        outside_(outside),
        files_(files),
        sources_(sources),
        diagnostics_(diagnostics),
        replaced_(replaced) {}

  std::vector<Seal> read() {
    for (const DataFile& declared : project_.seals) {
      const bool is_absolute = declared.pattern.starts_with('/');
      const std::string path = is_absolute ? declared.pattern : folder_ + declared.pattern;
      if (declared.pattern.find_first_of("*?") == std::string::npos) {
        read_file(declared, path);
        continue;
      }
      for (const std::string& found : files_.glob(path)) read_file(declared, found);
    }
    std::stable_sort(seals_.begin(), seals_.end(), [](const Seal& a, const Seal& b) {
      return std::pair(a.period.last, a.file) < std::pair(b.period.last, b.file);
    });
    check_repeats();
    if (replaced_.empty()) {
      check_chain(false);
      check_chain(true);
    }
    return std::move(seals_);
  }

 private:
  [[nodiscard]] std::string relative(const std::string& opened) const {
    return opened.starts_with(folder_) ? opened.substr(folder_.size()) : opened;
  }

  void read_file(const DataFile& declared, const std::string& path) {
    if (path == replaced_) return;
    const std::string named = relative(path);
    if (outside_ == Outside::refused && !files_.is_inside(path, folder_)) {
      diagnostics_.report(Kind::outside_project, declared.place, {shown(named)});
      return;
    }
    const auto content = files_.read(path);
    if (!content) {
      report_unreadable(shown(named), content.reason(), declared.place, diagnostics_);
      return;
    }
    const std::string_view text = (*content)->bytes();
    const Place place{sources_.add(named, path)};
    auto seal = euproj::read_seal(text);
    if (!seal) {
      if (seal.reason() == SealFault::is_newer) {
        diagnostics_.report(Kind::seal_newer, place, {shown(named)});
      } else {
        diagnostics_.report(Kind::seal_not_read, place, {shown(named)});
      }
      return;
    }
    if (seal->project != project_.id) {
      diagnostics_.report(Kind::seal_other_project, place,
                          {shown(named), shown(seal->project), project_.id});
      return;
    }
    if (!has_own_digest(text)) {
      diagnostics_.report(Kind::seal_edited, place, {shown(named)});
      return;
    }
    seal.value().file = named;
    seal.value().sha256 = sha256(text);
    seal.value().source = place.file;
    opened_.emplace(named, path);
    seals_.push_back(std::move(seal.value()));
  }

  /// The later one by name is left out.
  void check_repeats() {
    std::map<std::string, std::string> first;  // file by part
    std::erase_if(seals_, [&](const Seal& seal) {
      const std::string part = seal.part;
      const auto [known, is_new] = first.try_emplace(part, seal.file);
      if (is_new) return false;
      diagnostics_.report(Kind::seal_twice, {seal.source},
                          {shown(seal.file), shown(known->second), shown(part)});
      return true;
    });
  }

  /// Each names the one before it of its kind, as that is or as it was before it was replaced.
  void check_chain(bool of_claims) {
    const Seal* before = nullptr;
    for (const Seal& seal : seals_) {
      if (seal.claim.has_value() != of_claims) continue;
      const bool follows = before != nullptr;
      if (follows != seal.previous.has_value()) {
        diagnostics_.report(
            Kind::seal_chain_broken, {seal.source},
            {shown(seal.file), shown(seal.previous ? seal.previous->file : before->file)});
      } else if (follows && !is_same(*before, *seal.previous)) {
        diagnostics_.report(Kind::seal_chain_broken, {seal.source},
                            {shown(seal.file), shown(seal.previous->file)});
      }
      before = &seal;
    }
  }

  [[nodiscard]] bool is_same(const Seal& seal, const PreviousSeal& named) const {
    if (seal.sha256 == named.sha256) return true;
    const std::string& path = opened_.at(seal.file);
    for (std::size_t number = 1; files_.exists(kept_seal_path(path, number)); ++number) {
      const auto kept = files_.read(kept_seal_path(path, number));
      if (kept && sha256((*kept)->bytes()) == named.sha256) return true;
    }
    return false;
  }

  const Project& project_;
  const std::string& folder_;
  Outside outside_;
  const Files& files_;
  SourceSet& sources_;
  Diagnostics& diagnostics_;
  const std::string& replaced_;
  std::vector<Seal> seals_;
  std::map<std::string, std::string> opened_;  // path by name
};

}  // namespace

void read_seals(const Project& project, const std::string& folder, Outside outside,
                const Files& files, SourceSet& sources, std::vector<Seal>& seals,
                Diagnostics& diagnostics, const std::string& replaced) {
  seals = SealsReader(project, folder, outside, files, sources, diagnostics, replaced).read();
}

std::string kept_seal_path(const std::string& path, std::size_t number) {
  const std::string stem =
      path.ends_with(seal_extension) ? path.substr(0, path.size() - seal_extension.size()) : path;
  return stem + ".seal." + std::to_string(number) + ".json";
}

}  // namespace euproj
