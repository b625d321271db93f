// A diagnostic's id => what docs/diagnostics.md says about it. The page is the one source: the build embeds it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace autoconvert {

struct Explanation {
  std::string Id;
  std::string Summary;   ///< the first sentence, without Markdown's marks
  std::string Markdown;  ///< the section of the page, without its heading
};

/// The sections of the page, in its order.
const std::vector<Explanation>& explanations();

/// Null if the page has no such section.
const Explanation* explanationOf(std::string_view Id);

/// For a terminal: code indented below what it shows, Markdown's marks left out.
std::string plainText(const Explanation& E);

/// The page for people, as `run-autoconvert explain ID` prints it. Without an id the list of all. Nothing for an
/// unknown one; `Problem` then says so, with the id that may be meant.
std::optional<std::string> explain(std::string_view Id, std::string& Problem);

}  // namespace autoconvert
