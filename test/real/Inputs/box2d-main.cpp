// Stands behind the recipes of the sample: compares what is built with what they return.
#include <run/run.h>

#include "check.h"
#include "game.run.h"

int main() {
  const b2FixtureDef fixture = run::build(run::autoconvert<game::fixture>(0.5f, true));
  const b2FixtureDef plain = game::fixture(0.5f, true);
  CHECK(fixture.filter.categoryBits == plain.filter.categoryBits && fixture.filter.categoryBits == 2);
  CHECK(fixture.filter.maskBits == plain.filter.maskBits);
  CHECK(fixture.filter.groupIndex == plain.filter.groupIndex);
  CHECK(fixture.isSensor && fixture.density == plain.density);

  auto config = run::autoconvert<game::hinge>(90.0f);
  const b2RevoluteJointDef hinge = run::build(config);
  const b2RevoluteJointDef other = game::hinge(90.0f);
  CHECK(hinge.localAnchorA == other.localAnchorA && hinge.localAnchorB == other.localAnchorB);
  CHECK(hinge.localAnchorA == b2Vec2(1.0f, 0.0f));
  CHECK(hinge.lowerAngle == other.lowerAngle && hinge.type == other.type);
  CHECK(run::from_yaml<b2RevoluteJointDef>(run::to_yaml(config)) == config);

  const auto bodies = run::build(run::autoconvert<game::pair>());
  CHECK(bodies.size() == 3 && bodies[1].position == game::pair()[1].position);
  return check_result();
}
