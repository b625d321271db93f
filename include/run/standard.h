// The parts of <functional> and <chrono> that we need: std::plus, std::less and their kind, and durations. The rest of
// those two, hash tables, searchers, streams and formats, would take a third of the time that our headers take.
#pragma once

#if __has_include(<bits/stl_function.h>)
#include <bits/stl_function.h>
#else
#include <functional>
#endif

#if __has_include(<bits/chrono.h>)
#include <bits/chrono.h>
#else
#include <chrono>
#endif
