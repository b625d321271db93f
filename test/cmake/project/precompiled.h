// Precompiled, and included by nobody: a recipe does not compile without it.
#pragma once

inline constexpr int kFirst = 0;
