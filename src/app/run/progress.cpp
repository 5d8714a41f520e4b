#include "app/run/progress.hpp"

#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

constexpr std::int64_t silent = 1000;  // milliseconds: shorter work shows nothing
constexpr std::int64_t between = 100;  // milliseconds: faster changes nobody reads
constexpr std::size_t columns = 79;    // a line that wraps could not be taken back
constexpr std::string_view take_back = "\r\x1b[K";

constexpr std::uint64_t megabyte = 1'000'000;

/// The end of a path says more than its beginning. Nothing of it can move the cursor.
std::string short_path(std::string_view path, std::size_t room) {
  std::string shown;
  for (const char c : path) shown += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? '?' : c;
  if (first_bad_utf8(shown) != std::string::npos) return {};
  if (display_width(shown) <= room) return shown;
  for (std::size_t at = 0; at < shown.size();) {
    static_cast<void>(next_code_point(shown, at));
    std::string rest = "…" + shown.substr(at);
    if (display_width(rest) <= room) return rest;
  }
  return {};
}

/// All of it is read when it is let go.
class ProgressContent : public FileContent {
 public:
  ProgressContent(std::unique_ptr<FileContent> content, Progress& progress)
      : content_(std::move(content)), progress_(progress) {}
  ~ProgressContent() override { report_progress(content_->bytes().size()); }
  ProgressContent(const ProgressContent&) = delete;
  ProgressContent& operator=(const ProgressContent&) = delete;

  std::string_view bytes() const override { return content_->bytes(); }
  void release(std::size_t done) const override {
    content_->release(done);
    report_progress(done);
  }
  bool is_unchanged() const override { return content_->is_unchanged(); }

 private:
  void report_progress(std::size_t done) const {
    if (done <= reported_) return;
    progress_.read_bytes(done - reported_);
    reported_ = done;
  }

  std::unique_ptr<FileContent> content_;
  Progress& progress_;
  mutable std::size_t reported_ = 0;
};

}  // namespace

ProgressLine::ProgressLine(std::ostream& terminal, const Clock& clock, Language language)
    : terminal_(terminal), clock_(clock), language_(language), began_(clock.milliseconds()) {}

void ProgressLine::expect_bytes(std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  all_bytes_ += bytes;
}

void ProgressLine::expect_projects(std::uint64_t projects) {
  const std::lock_guard lock(mutex_);
  all_projects_ += projects;
}

void ProgressLine::begin_file(std::string_view path) {
  const std::lock_guard lock(mutex_);
  file_ = path;
  show_if_due();
}

void ProgressLine::read_bytes(std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  bytes_ = std::min(bytes_ + bytes, all_bytes_);  // one that has grown since it was counted
  show_if_due();
}

void ProgressLine::end_project() {
  const std::lock_guard lock(mutex_);
  ++projects_;
  show_if_due();
}

void ProgressLine::aside(const std::function<void()>& action) {
  const std::lock_guard lock(mutex_);
  hide();
  action();
}

void ProgressLine::hide() {
  if (visible_) terminal_ << take_back << std::flush;
  visible_ = false;
}

void ProgressLine::show_if_due() {
  const std::int64_t now = clock_.milliseconds();
  if (now - began_ < silent || (visible_ && now - shown_at_ < between)) return;
  terminal_ << take_back << line(now - began_) << std::flush;
  visible_ = true;
  shown_at_ = now;
}

std::string ProgressLine::line(std::int64_t elapsed) const {
  std::string text;
  if (all_projects_ > 1) {
    text = euproj::text(Text::progress_projects, language_,
                        {std::to_string(projects_), std::to_string(all_projects_)});
  }
  const auto megabytes = [](std::uint64_t bytes) {
    return std::to_string((bytes + megabyte - 1) / megabyte);
  };
  const bool known = bytes_ > 0 && bytes_ < all_bytes_;
  const std::uint64_t left =
      known ? static_cast<std::uint64_t>(elapsed) * (all_bytes_ - bytes_) / bytes_ : 0;
  const auto filled = [&](const std::string& path) {
    if (!known) {
      return text + euproj::text(Text::progress_reading, language_,
                                 {megabytes(bytes_), megabytes(all_bytes_), path});
    }
    return text + euproj::text(Text::progress_left, language_,
                               {megabytes(bytes_), megabytes(all_bytes_), path,
                                std::to_string(left / 1000 + 1)});
  };
  return filled(short_path(file_, columns - std::min(columns, display_width(filled({})))));
}

Result<std::unique_ptr<FileContent>, FileFault> ProgressFiles::read(const std::string& path) const {
  if (!is_first_time(path)) return ForwardingFiles::read(path);
  progress_.begin_file(path);
  auto content = ForwardingFiles::read(path);
  if (!content) return content;
  return std::unique_ptr<FileContent>(
      std::make_unique<ProgressContent>(std::move(content.value()), progress_));
}

bool ProgressFiles::is_first_time(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return read_.insert(path).second;
}

ShownProgress::ShownProgress(Language language, bool quiet, Env& env) : env_(env) {
  if (!env.err_is_terminal || env.clock == nullptr || quiet) return;
  line_.emplace(env.err, *env.clock, language);
  files_.emplace(env.files, *line_);
  shown_.emplace(with(env, *files_, env.out, env.err));
  shown_->progress = &*line_;
}

}  // namespace euproj
