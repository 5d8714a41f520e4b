// The disk behind Files: what is refused, what a changing file does, how a result is written.

#include "euproj/app/real_files.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "euproj/core/limits.hpp"
#include "support/temporary_folder.hpp"

using namespace euproj;
using euproj::testing::TemporaryFolder;

namespace {

FileFault fault_of(const Result<std::unique_ptr<FileContent>, FileFault>& result) {
  REQUIRE_FALSE(result);
  return result.reason();
}

mode_t rights_of(const std::string& path) {
  struct stat about {};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  return about.st_mode & 0777;
}

constexpr std::size_t mapped = 3u << 20;  // so large that it is mapped

}  // namespace

TEST_CASE("a pipe, a device, a folder and what is not there are refused, and nothing waits") {
  const TemporaryFolder folder;
  const RealFiles files;
  REQUIRE(::mkfifo((folder.path() + "pipe").c_str(), 0600) == 0);
  CHECK(fault_of(files.read(folder.path() + "pipe")) == FileFault::not_a_file);
  CHECK(fault_of(files.read("/dev/zero")) == FileFault::not_a_file);
  CHECK(fault_of(files.read(folder.path())) == FileFault::is_a_folder);
  CHECK(fault_of(files.read(folder.path() + "none")) == FileFault::not_found);
}

TEST_CASE("a file beyond the limit is refused before a byte of it is read") {
  const TemporaryFolder folder;
  const std::string path = folder.put("sparse", "");
  std::filesystem::resize_file(path, limits::file_bytes + 1);
  CHECK(fault_of(RealFiles().read(path)) == FileFault::too_large);
  std::filesystem::resize_file(path, limits::file_bytes);
  const auto content = RealFiles().read(path);
  REQUIRE(content);
  CHECK((*content)->bytes().size() == limits::file_bytes);
}

TEST_CASE("small and mapped files are read whole") {
  const TemporaryFolder folder;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, (std::size_t{1} << 20) - 1,
                                 std::size_t{1} << 20, mapped + 1}) {
    const std::string bytes(size, 'x');
    const auto content = RealFiles().read(folder.put("file", bytes));
    REQUIRE(content);
    CHECK((*content)->bytes() == bytes);
    CHECK((*content)->is_unchanged());
  }
}

TEST_CASE("a mapped file that shrinks while it is read ends nothing and is told") {
  const TemporaryFolder folder;
  const std::string path = folder.put("log.csv", std::string(mapped, 'x'));
  const auto content = RealFiles().read(path);
  REQUIRE(content);
  std::filesystem::resize_file(path, 5000);
  std::size_t letters = 0;
  for (const char letter : (*content)->bytes()) letters += letter == 'x' ? 1 : 0;
  CHECK(letters >= 5000);
  CHECK(letters < mapped);
  CHECK_FALSE((*content)->is_unchanged());
}

TEST_CASE("a mapped file that is removed, or replaced by a rename, stays what it was") {
  const TemporaryFolder folder;
  const std::string path = folder.put("log.csv", std::string(mapped, 'x'));
  const auto content = RealFiles().read(path);
  REQUIRE(content);
  std::filesystem::remove(path);
  CHECK((*content)->bytes() == std::string(mapped, 'x'));
  CHECK((*content)->is_unchanged());
}

TEST_CASE("a mapped file that somebody writes to is told") {
  const TemporaryFolder folder;
  const std::string path = folder.put("log.csv", std::string(mapped, 'x'));
  const auto content = RealFiles().read(path);
  REQUIRE(content);
  std::ofstream(path, std::ios::app) << "one more row";
  CHECK_FALSE((*content)->is_unchanged());
}

TEST_CASE("more mapped files than there are guards are read all the same") {
  const TemporaryFolder folder;
  const std::string path = folder.put("log.csv", std::string(std::size_t{1} << 20, 'x'));
  std::vector<std::unique_ptr<FileContent>> held;
  for (int i = 0; i < 70; ++i) {
    auto content = RealFiles().read(path);
    REQUIRE(content);
    CHECK((*content)->bytes().size() == std::size_t{1} << 20);
    held.push_back(std::move(content.value()));
  }
}

TEST_CASE("a result is written whole, makes its folders and leaves nothing beside it") {
  const TemporaryFolder folder;
  RealFiles files;
  REQUIRE(files.write(folder.path() + "a/b/raport.txt", "treść", Readers::as_usual));
  CHECK(folder.get("a/b/raport.txt") == "treść");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path() + "a/b"), {}) == 1);
}

TEST_CASE("a new result has the usual rights, a private one only its owner's") {
  const TemporaryFolder folder;
  RealFiles files;
  const mode_t mask = ::umask(022);
  REQUIRE(files.write(folder.path() + "usual", "x", Readers::as_usual));
  REQUIRE(files.write(folder.path() + "private", "x", Readers::owner_only));
  CHECK(rights_of(folder.path() + "usual") == 0644);
  CHECK(rights_of(folder.path() + "private") == 0600);
  ::umask(mask);
}

TEST_CASE("a result that is replaced keeps its rights, but never wider ones when it is private") {
  const TemporaryFolder folder;
  RealFiles files;
  const std::string path = folder.put("raport", "old");
  ::chmod(path.c_str(), 0640);
  REQUIRE(files.write(path, "new", Readers::as_usual));
  CHECK(rights_of(path) == 0640);
  REQUIRE(files.write(path, "newer", Readers::owner_only));
  CHECK(rights_of(path) == 0600);
  CHECK(folder.get("raport") == "newer");
}

TEST_CASE("through a link the file is replaced that the link names") {
  const TemporaryFolder folder;
  RealFiles files;
  const std::string path = folder.put("real", "old");
  std::filesystem::create_symlink(path, folder.path() + "link");
  REQUIRE(files.write(folder.path() + "link", "new", Readers::as_usual));
  CHECK(std::filesystem::is_symlink(folder.path() + "link"));
  CHECK(folder.get("real") == "new");
}

TEST_CASE("a full device, a pipe without a reader and a folder cannot be written") {
  const TemporaryFolder folder;
  RealFiles files;
  REQUIRE(::mkfifo((folder.path() + "pipe").c_str(), 0600) == 0);
  const auto fault = [&](const std::string& path) {
    const auto written = files.write(path, "x", Readers::as_usual);
    REQUIRE_FALSE(written);
    return written.reason();
  };
  CHECK(fault("/dev/full") == FileFault::no_space);
  CHECK(fault(folder.path() + "pipe") == FileFault::not_a_file);
  CHECK(fault(folder.path()) == FileFault::is_a_folder);
  CHECK(fault(folder.put("file", "") + "/raport.txt") == FileFault::not_found);
  CHECK(std::filesystem::is_fifo(folder.path() + "pipe"));
}

TEST_CASE("what a killed run left is removed, what a living one is writing is not") {
  const TemporaryFolder folder;
  RealFiles files;
  const std::string dead = folder.put("out/.euproj-1-0.tmp", "half of a rep");
  const std::string alive = folder.put("out/.euproj-2-0.tmp", "half of a rep");
  const std::string foreign = folder.put("out/.euproj.tmp.keep", "mine");
  const int held = ::open(alive.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(held, LOCK_EX) == 0);
  REQUIRE(files.write(folder.path() + "out/raport.txt", "x", Readers::as_usual));
  CHECK_FALSE(std::filesystem::exists(dead));
  CHECK(std::filesystem::exists(alive));
  CHECK(std::filesystem::exists(foreign));
  ::close(held);
}

TEST_CASE("two writers of one target never mix") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "raport";
  const auto write_often = [&](char letter) {
    RealFiles files;
    for (int i = 0; i < 40; ++i) {
      CHECK(files.write(path, std::string(100'000, letter), Readers::as_usual));
    }
  };
  std::thread other(write_often, 'a');
  write_often('b');
  other.join();
  const std::string last = folder.get("raport");
  CHECK((last == std::string(100'000, 'a') || last == std::string(100'000, 'b')));
  CHECK(folder.count() == 1);
}

TEST_CASE("one identity for each name of a file, none for what is not there") {
  const TemporaryFolder folder;
  const RealFiles files;
  const std::string path = folder.put("a", "x");
  std::filesystem::create_symlink(path, folder.path() + "soft");
  std::filesystem::create_hard_link(path, folder.path() + "hard");
  CHECK_FALSE(files.identity(path).empty());
  CHECK(files.identity(path) == files.identity(folder.path() + "soft"));
  CHECK(files.identity(path) == files.identity(folder.path() + "hard"));
  CHECK(files.identity(path) != files.identity(folder.put("b", "x")));
  CHECK(files.identity(folder.path() + "none").empty());
}

TEST_CASE("inside a folder is what lies there once all links are followed") {
  const TemporaryFolder folder;
  const RealFiles files;
  const std::string project = folder.path() + "project/";
  static_cast<void>(folder.put("project/dane/a.csv", "x"));
  static_cast<void>(folder.put("project-b/a.csv", "x"));
  std::filesystem::create_symlink("dane/a.csv", project + "inner");
  std::filesystem::create_symlink("/etc/passwd", project + "outer");
  std::filesystem::create_symlink("..", project + "up");
  std::filesystem::create_symlink("loop", project + "loop");
  CHECK(files.is_inside(project + "dane/a.csv", project));
  CHECK(files.is_inside(project + "dane/../dane/a.csv", project));
  CHECK(files.is_inside(project + "inner", project));
  CHECK(files.is_inside(project + "not-there.csv", project));
  CHECK_FALSE(files.is_inside(project + "outer", project));
  CHECK_FALSE(files.is_inside(project + "up/project-b/a.csv", project));
  CHECK_FALSE(files.is_inside(project + "../project-b/a.csv", project));
  CHECK_FALSE(files.is_inside(project + "loop", project));
  CHECK_FALSE(files.is_inside("/etc/passwd", project));
  CHECK(files.is_inside("CMakeLists.txt", ""));
  CHECK(files.is_inside("not-there.csv", ""));
  CHECK(files.is_inside("not/there.csv", "not/"));
  CHECK_FALSE(files.is_inside("../CMakeLists.txt", ""));
}
