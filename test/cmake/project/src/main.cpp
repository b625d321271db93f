#include "level.h"
#include "model.h"
#include "other.h"
#include "recipes/decoder.run.h"
#include "recipes/encoder.run.h"
#include "recipes/narrow.run.h"
#include "recipes/parts.run.h"
#include "made/wide.run.h"

#include <run/run.h>

#include <iostream>

namespace app {

[[run::autoconvert]]
Model both(int width) {
  return Model(Size{.width = width, .depth = kLevel}, "both");
}

}  // namespace app

#include "main.run.h"

namespace {

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  ++failures;
  std::cerr << "does not hold: " << what << "\n";
}

bool same(const app::Model& a, const app::Model& b) { return a.size() == b.size() && a.name() == b.name(); }

}  // namespace

int main() {
  auto decoder = run::autoconvert<app::decoder>(64);
  expect(same(run::build(decoder), *app::decoder(64)), "a recipe in a header");
  decoder->size->width *= 2;
  expect(run::build(decoder).size().width == 128, "a typed change");

  const auto encoder = run::autoconvert<app::encoder>(5);
  expect(same(run::build(encoder), *app::encoder(5)), "a recipe in a .cpp");
  expect(run::build(encoder).size().width == 5 + WIDEST, "a definition of the target");

  const auto narrower = run::autoconvert<app::narrower>();
  expect(same(run::build(narrower), *app::narrower()), "a recipe in a .cpp that calls one of its header");
  expect(run::build(run::autoconvert<app::narrow>(4)) == app::narrow(4), "a recipe in a header that has a .cpp");

  expect(run::build(run::autoconvert<app::left>()) == app::left(), "a recipe of a header of several .cpp files");
  expect(same(run::build(run::autoconvert<app::right>(7)), app::right(7)), "one of them that calls another one");

  const auto both = run::autoconvert<app::both>(9);
  expect(same(run::build(both), app::both(9)), "a recipe beside its use");
  expect(same(run::build(run::autoconvert<app::wide>()), app::wide()), "a recipe in a header that the build makes");
  expect(app::other(2).size().width == 2, "a recipe as it stands");

  std::cout << run::to_yaml(decoder);
  return failures == 0 ? 0 : 1;
}
