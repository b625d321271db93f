// run::to_dot, run::to_svg.
#include "run/dot.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "parts.h"
#include "targets.h"

namespace {

using run::Config;
using testing::AssertionFailure;
using testing::AssertionSuccess;

testing::AssertionResult holds(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return AssertionSuccess();
  return AssertionFailure() << "no\n" << part << "\nin\n" << text;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Config<parts::Part> part(std::string name, double weight = 1) {
  return Config<parts::Part>({.name = std::move(name), .weight = weight});
}

TEST(Dot, ABoxANode) {
  Config<zoo::Owner> config({.leaf = Config<zoo::Leaf>({.size = 7})});
  EXPECT_EQ(run::to_dot(config),
            "digraph configuration {\n"
            "  rankdir=LR;\n"
            "  node [shape=box, fontname=\"Helvetica\", fontsize=11, margin=0];\n"
            "  edge [fontname=\"Helvetica\", fontsize=11];\n"
            "  n0 [label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\">\n"
            "    <tr><td colspan=\"2\" bgcolor=\"#e8e8e8\"><b>zoo::Owner</b></td></tr>\n"
            "    <tr><td align=\"left\" colspan=\"2\" port=\"p0\">leaf</td></tr>\n"
            "  </table>>];\n"
            "  n1 [label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\">\n"
            "    <tr><td colspan=\"2\" bgcolor=\"#e8e8e8\"><b>zoo::Leaf</b></td></tr>\n"
            "    <tr><td align=\"left\">size</td><td align=\"left\" port=\"p0\">7</td></tr>\n"
            "  </table>>];\n"
            "  n0:p0 -> n1;\n"
            "}\n");
  const std::string with_defaults = run::to_dot(config, {.defaults = true});
  EXPECT_TRUE(holds(with_defaults, "<font color=\"#808080\">weight</font>"));
  const std::string root = run::to_dot(config, {.depth = 0});
  EXPECT_EQ(count(root, "label=<"), 1U);
  EXPECT_TRUE(holds(root, ">leaf</td><td align=\"left\" port=\"p0\">…</td>"));
}

TEST(Dot, SharedNodesAreOneBox) {
  run::Shared<zoo::Twin> low;
  const std::string dot = run::to_dot(Config<zoo::Twin>({.left = low, .right = low}));
  EXPECT_EQ(count(dot, "label=<"), 2U);
  EXPECT_EQ(count(dot, "peripheries=2"), 1U);
  EXPECT_TRUE(holds(dot, "  n0:p0 -> n1;\n  n0:p1 -> n1;\n"));
}

TEST(Dot, IsTrimmed) {
  Config<parts::Part> config({.name = std::string(100, 'x')});
  config.set("children", "[]");
  for (int i = 0; i < 30; ++i) config->children.push_back(part("<&\">"));
  const std::string dot = run::to_dot(config, {.longest_value = 5, .longest_list = 3});
  EXPECT_TRUE(holds(dot, "&quot;xxxx…"));
  EXPECT_TRUE(holds(dot, ">&quot;&lt;&amp;\\&quot;"));
  EXPECT_TRUE(holds(dot, ">… 27 more<"));
  EXPECT_EQ(count(dot, "label=<"), 4U);
}

TEST(Dot, PartialsAreDashed) {
  EXPECT_TRUE(holds(run::to_dot(run::Partial<zoo::Owner>()), "style=dashed"));
  EXPECT_TRUE(holds(run::to_dot(run::Partial<zoo::Owner>()), "<b>partial zoo::Owner</b>"));
}

TEST(Dot, ADiffInOnePicture) {
  Config<parts::Part> a = part("car");
  Config<parts::Part> b = part("bus");
  for (Config<parts::Part>* one : {&a, &b}) one->set("children", "[]");
  for (int i = 0; i < 30; ++i) a->children.push_back(part("p", i));
  for (int i = 0; i < 30; ++i)
    if (i != 20) b->children.push_back(part("p", i == 25 ? 99 : i));
  b->child = part("new");
  const std::string dot = run::to_dot(a, b, {.longest_list = 2});
  EXPECT_TRUE(holds(dot, "bgcolor=\"#fff0a6\">~ name</td>"));
  EXPECT_TRUE(holds(dot, "&quot;car&quot; → &quot;bus&quot;"));
  EXPECT_TRUE(holds(dot, "color=\"#1a7f1a\", penwidth=2"));
  EXPECT_TRUE(holds(dot, "<b>+ parts::Part</b>"));
  EXPECT_TRUE(holds(dot, "<b>- parts::Part</b>"));
  EXPECT_TRUE(holds(dot, "[color=\"#1a7f1a\", style=bold, label=\"+\"]"));
  EXPECT_TRUE(holds(dot, "[color=\"#b01010\", style=dashed, label=\"-\"]"));
  EXPECT_EQ(run::to_dot(a, a).find("1a7f1a"), std::string::npos);
}

TEST(Dot, Svg) {
  const std::string svg = run::to_svg(part("</svg>"));
  EXPECT_TRUE(holds(svg, "<svg"));
  EXPECT_TRUE(holds(svg, "&lt;/svg&gt;"));
  try {
    run::dot_to_svg("digraph {");
    ADD_FAILURE();
  } catch (const run::Error& error) {
    EXPECT_TRUE(holds(error.what(), "Graphviz's `dot` failed: ")) << error.what();
  }
  const std::string path = std::getenv("PATH") == nullptr ? "" : std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  try {
    run::to_svg(part("x"));
    ADD_FAILURE();
  } catch (const run::Error& error) {
    EXPECT_TRUE(holds(error.what(), "which is not installed"));
  }
  ::setenv("PATH", path.c_str(), 1);
}

}  // namespace
