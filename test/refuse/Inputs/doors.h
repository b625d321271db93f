#pragma once
#include <memory>
class Door;
std::shared_ptr<Door> built(int width);
