// Pictures => the language of Graphviz.
#include "run/dot.h"

#include "Picture.h"

namespace run::detail {
namespace {

using Mark = Picture::Mark;

/// Of HTML-like labels.
std::string escaped(std::string_view text) {
  std::string all;
  for (const char c : text) {
    if (c == '&')
      all += "&amp;";
    else if (c == '<')
      all += "&lt;";
    else if (c == '>')
      all += "&gt;";
    else if (c == '"')
      all += "&quot;";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      all += ' ';
    else
      all += c;
  }
  return all;
}

const char* fill(Mark mark) {
  switch (mark) {
    case Mark::added:
      return "#c5ecc5";
    case Mark::removed:
      return "#f6c4c4";
    case Mark::changed:
      return "#fff0a6";
    case Mark::same:
    case Mark::unset:
      return nullptr;
  }
  return nullptr;
}

const char* sign(Mark mark) {
  switch (mark) {
    case Mark::added:
      return "+ ";
    case Mark::removed:
      return "- ";
    case Mark::changed:
      return "~ ";
    case Mark::same:
    case Mark::unset:
      return "";
  }
  return "";
}

std::string cell(const std::string& text, const std::string& attributes, Mark mark) {
  std::string all = "<td align=\"left\"" + attributes;
  if (fill(mark) != nullptr) all += " bgcolor=\"" + std::string(fill(mark)) + "\"";
  const std::string said = escaped(text);
  return all + ">" + (mark == Mark::unset ? "<font color=\"#808080\">" + said + "</font>" : said) + "</td>";
}

std::string box_text(std::size_t index, const Picture::Box& box) {
  std::string text = "  n" + std::to_string(index) + " [";
  if (box.kind != NodeKind::config) text += box.kind == NodeKind::partial ? "style=dashed, " : "style=dotted, ";
  if (box.is_shared) text += "peripheries=2, ";
  if (box.mark == Mark::added) text += "color=\"#1a7f1a\", penwidth=2, ";
  if (box.mark == Mark::removed) text += "color=\"#b01010\", style=dashed, ";
  text += "label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\">\n";
  text += "    <tr><td colspan=\"2\" bgcolor=\"" + std::string(fill(box.mark) != nullptr ? fill(box.mark) : "#e8e8e8") +
          "\"><b>" + escaped(sign(box.mark) + box.title) + "</b></td></tr>\n";
  for (std::size_t row = 0; row < box.rows.size(); ++row) {
    const Picture::Row& shown = box.rows[row];
    const std::string port = " port=\"p" + std::to_string(row) + "\"";
    text += "    <tr>";
    // In a box that is new as a whole, each row would say so again.
    const Mark mark = shown.mark == box.mark && box.mark != Mark::changed ? Mark::same : shown.mark;
    if (shown.text.empty())
      text += cell(sign(mark) + shown.label, " colspan=\"2\"" + port, mark);
    else
      text += cell(sign(mark) + shown.label, "", mark) + cell(shown.text, port, mark);
    text += "</tr>\n";
  }
  return text + "  </table>>];\n";
}

std::string edge_text(const Picture::Edge& edge) {
  std::string text =
      "  n" + std::to_string(edge.box) + ":p" + std::to_string(edge.row) + " -> n" + std::to_string(edge.to);
  if (edge.mark == Mark::added) text += " [color=\"#1a7f1a\", style=bold, label=\"+\"]";
  if (edge.mark == Mark::removed) text += " [color=\"#b01010\", style=dashed, label=\"-\"]";
  return text + ";\n";
}

}  // namespace

std::string to_dot(Node* before, Node& after, const DotOptions& options) {
  const Picture drawn = picture(before, after, options);
  std::string text =
      "digraph configuration {\n"
      "  rankdir=LR;\n"
      "  node [shape=box, fontname=\"Helvetica\", fontsize=11, margin=0];\n"
      "  edge [fontname=\"Helvetica\", fontsize=11];\n";
  for (std::size_t box = 0; box < drawn.boxes.size(); ++box) text += box_text(box, drawn.boxes[box]);
  for (const Picture::Edge& edge : drawn.edges) text += edge_text(edge);
  return text + "}\n";
}

}  // namespace run::detail
