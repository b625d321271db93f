// The language of Graphviz => SVG, by its program `dot`.
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "Process.h"
#include "run/dot.h"
#include "run/error.h"

namespace run {
namespace {

using detail::OpenFile;

/// A file without a name, in memory.
OpenFile temporary() {
  OpenFile file(::memfd_create("dot", MFD_CLOEXEC));
  if (!file) throw Error("there is no temporary file for Graphviz: " + std::string(std::strerror(errno)));
  return file;
}

std::string whole(const OpenFile& file) {
  std::string text;
  ::lseek(file.number(), 0, SEEK_SET);
  file.read_all(text);
  return text;
}

ExitStatus draw(const OpenFile& in, const OpenFile& out, const OpenFile& messages) {
  const std::vector<std::string> command{"dot", "-Tsvg"};
  try {
    return detail::Process({.command = command,
                            .environment = detail::environment_of({}, false),
                            .in = in.number(),
                            .out = out.number(),
                            .err = messages.number()})
        .reap();
  } catch (const Error& error) {
    throw Error(
        "an SVG is drawn by Graphviz's `dot`, which is not installed, or does not run (Debian: apt install "
        "graphviz): " +
        std::string(error.what()));
  }
}

}  // namespace

std::string dot_to_svg(std::string_view dot) {
  const OpenFile in = temporary();
  const OpenFile out = temporary();
  const OpenFile messages = temporary();
  if (!in.write(dot)) throw Error("the picture cannot be given to Graphviz: " + std::string(std::strerror(errno)));
  ::lseek(in.number(), 0, SEEK_SET);
  const ExitStatus status = draw(in, out, messages);
  std::string said = whole(messages);
  while (said.ends_with('\n')) said.pop_back();
  if (!status.ok()) throw Error("Graphviz's `dot` failed" + (said.empty() ? std::string() : ": " + said));
  return whole(out);
}

}  // namespace run
