// The page as a browser sees it. Skipped aloud where no Chromium is installed; `./dev test`
// installs it.

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "euproj/render/render.hpp"
#include "euproj/report/document.hpp"
#include "support/page_text.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;
namespace fs = std::filesystem;

namespace {

std::string chromium() {
  for (const char* path : {"/usr/bin/chromium", "/usr/bin/chromium-browser"}) {
    if (::access(path, X_OK) == 0) return path;
  }
  return {};
}

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "euproj-page-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string content_of(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

struct Seen {
  int status = -1;
  std::string dom;
  std::string log;  // of the browser, console messages among it
};

Seen browsed(const std::string& html) {
  const Folder folder;
  const fs::path page = folder.path() / "raport.html";
  std::ofstream(page, std::ios::binary) << html;
  const std::string at = folder.path().string();
  // HOME: nothing of the browser stays behind.
  const std::string command =
      "HOME=" + at + " timeout 60 " + chromium() +
      " --headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
      " --disable-background-networking --disable-component-update --disable-sync"
      " --enable-logging=stderr --user-data-dir=" +
      at + "/profile --dump-dom file://" + page.string() + " >" + at + "/dom 2>" + at + "/log";
  Seen seen;
  seen.status = std::system(command.c_str());
  seen.dom = content_of(folder.path() / "dom");
  seen.log = content_of(folder.path() / "log");
  return seen;
}

}  // namespace

TEST_CASE("a browser shows every word of the page and has nothing to complain about") {
  if (chromium().empty()) {
    MESSAGE("SKIPPED: no Chromium is installed");
    return;
  }
  const std::string html = render_html(build_document(samples::figures(), Language::polish));
  const Seen seen = browsed(html);
  CAPTURE(seen.log);
  REQUIRE(WIFEXITED(seen.status));
  REQUIRE(WEXITSTATUS(seen.status) == 0);
  CHECK(testing::page_text(seen.dom) == testing::page_text(html));
  CHECK(seen.log.find("CONSOLE") == std::string::npos);

  // The watch is awake: a style that the policy does not know is refused, and said so.
  std::string changed = html;
  changed.insert(changed.find("</style>"), "body { color: red; }");
  CHECK(browsed(changed).log.find("CONSOLE") != std::string::npos);
}
