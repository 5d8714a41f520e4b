#include "app/os/progress_files.hpp"

namespace euproj {
namespace {

/// All of it is read when it is let go.
class TellingContent : public FileContent {
 public:
  TellingContent(std::unique_ptr<FileContent> content, Progress& progress)
      : content_(std::move(content)), progress_(progress) {}
  ~TellingContent() override { tell(content_->bytes().size()); }
  TellingContent(const TellingContent&) = delete;
  TellingContent& operator=(const TellingContent&) = delete;

  std::string_view bytes() const override { return content_->bytes(); }
  void release(std::size_t done) const override {
    content_->release(done);
    tell(done);
  }
  bool is_unchanged() const override { return content_->is_unchanged(); }

 private:
  void tell(std::size_t done) const {
    if (done <= told_) return;
    progress_.read_bytes(done - told_);
    told_ = done;
  }

  std::unique_ptr<FileContent> content_;
  Progress& progress_;
  mutable std::size_t told_ = 0;
};

}  // namespace

Result<std::unique_ptr<FileContent>, FileFault> ProgressFiles::read(
    const std::string& path) const {
  if (!is_first_time(path)) return files_.read(path);
  progress_.begin_file(path);
  auto content = files_.read(path);
  if (!content) return content;
  return std::unique_ptr<FileContent>(
      std::make_unique<TellingContent>(std::move(content.value()), progress_));
}

bool ProgressFiles::is_first_time(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return read_.insert(path).second;
}

}  // namespace euproj
