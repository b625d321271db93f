#include "run/script.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "Texts.h"
#include "run/error.h"
#include "run/formats.h"

namespace run {
namespace {

constexpr std::size_t kNameLength = 10;

bool is_word_character(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void refuse_nul(std::string_view word, const std::string& what) {
  if (word.find('\0') != std::string_view::npos)
    throw Error("script: " + what + ": a NUL cannot be handed to a program");
}

void write_executable(const std::string& path, std::string_view text) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) throw Error(folder.string() + ": the folder cannot be made: " + error.message());
  detail::write_file(path, text);
  if (::chmod(path.c_str(), 0755) != 0) throw Error(path + ": it cannot be made executable: " + std::strerror(errno));
}

}  // namespace

void Script::check() const {
  if (path.empty() && text.empty()) throw Error("script: neither path nor text is given: set one of them");
  if (!path.empty() && !text.empty()) throw Error("script: both path and text are given: set one of them");
  if (entrypoint.empty()) throw Error("script: entrypoint is empty: name the program that runs it");
  // No shell takes it apart. A path may have spaces.
  if (entrypoint.find('/') == std::string::npos && entrypoint.find_first_of(" \t\n") != std::string::npos)
    throw Error("script: entrypoint is the name of a program alone, found `" + entrypoint + "`");
  if (m && entrypoint.find("python") == std::string::npos)
    throw Error("script: m is for Python alone, and the entrypoint is `" + entrypoint + "`");
  if (m && !text.empty()) throw Error("script: m is for a path, the name of a module; there is a text");
  refuse_nul(path, "path");
  refuse_nul(text, "text");
  refuse_nul(entrypoint, "entrypoint");
  for (std::size_t i = 0; i < args.size(); ++i) refuse_nul(args[i], "args[" + std::to_string(i) + "]");
}

std::string Script::name() const {
  check();
  if (text.empty()) return std::filesystem::path(path).filename().string();
  std::string made;
  for (const char c : detail::trimmed(text).substr(0, kNameLength)) {
    if (is_word_character(c))
      made += c;
    else if (made.empty() || made.back() != '_')
      made += '_';
  }
  return made;
}

std::string Script::file_text() const {
  check();
  if (text.starts_with("#!")) return text;
  const bool is_path = entrypoint.find('/') != std::string::npos;
  return "#!" + (is_path ? entrypoint : "/usr/bin/env " + entrypoint) + "\n" + text;
}

std::vector<std::string> Script::to_command(const ScriptCommand& how) const {
  check();
  std::vector<std::string> words;
  if (how.with_entrypoint) words.push_back(entrypoint);
  if (text.empty()) {
    if (m) words.emplace_back("-m");
    words.push_back(path);
  } else if (!how.filename.empty()) {
    write_executable(how.filename, file_text());
    words.push_back(how.seen_as.empty() ? how.filename : how.seen_as);
  } else {
    words.insert(words.end(), {"-c", text});
    // A shell takes the first word behind the text as the script's own name; Python takes all of them as arguments.
    if (!args.empty() && entrypoint.find("python") == std::string::npos) words.push_back(name());
  }
  words.insert(words.end(), args.begin(), args.end());
  return words;
}

}  // namespace run
