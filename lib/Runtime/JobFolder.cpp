#include "JobFolder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "run/error.h"
#include "run/formats.h"
#include "run/job.h"

namespace run {
namespace detail {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 100;

std::string file_name(const std::string& name) {
  std::string made;
  for (const char c : name.substr(0, kLongestName)) {
    const bool is_plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    if (is_plain)
      made += c;
    else if (made.empty() || made.back() != '_')
      made += '_';
  }
  return made.empty() || made.front() == '.' ? "_" + made : made;
}

fs::path home() {
  if (const char* set = std::getenv("RUN_HOME"); set != nullptr && *set != '\0') return set;
  if (const char* user = std::getenv("HOME"); user != nullptr && *user != '\0') return fs::path(user) / ".run";
  throw Error("there is no place for the job's files: set RUN_HOME, or the executor's job_dir");
}

std::string time_text() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
  return text;
}

void make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(folder.string() + ": the folder cannot be made: " + error.message());
}

}  // namespace

std::string job_folder_name(const std::string& name) {
  const std::string plain = file_name(name);
  return fs::absolute(home() / plain / (plain + "_" + time_text())).string();
}

std::string new_job_folder(const std::string& name) {
  const std::string first = job_folder_name(name);
  make_folders(fs::path(first).parent_path());
  std::string folder = first;
  for (int count = 2; ::mkdir(folder.c_str(), 0777) != 0; ++count) {
    if (errno != EEXIST) throw Error(folder + ": the folder cannot be made: " + std::strerror(errno));
    folder = first + "-" + std::to_string(count);
  }
  return folder;
}

std::string make_job_folder(const std::string& folder) {
  const fs::path whole = fs::absolute(folder);
  make_folders(whole);
  return whole.string();
}

}  // namespace detail

void write_files(const Job& job) {
  for (const JobFile& file : job.files) {
    const std::string path = job.folder + "/" + file.name;
    detail::write_file(path, file.text);
    if (file.is_executable && ::chmod(path.c_str(), 0755) != 0)
      throw Error(path + ": it cannot be made executable: " + std::strerror(errno));
  }
}

}  // namespace run
