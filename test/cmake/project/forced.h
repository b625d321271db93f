// Included by a flag: a recipe does not compile without it.
#pragma once

inline constexpr int kForced = 7;
