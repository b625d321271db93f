// What the compiler has to know. It is included before anything else, so that this is the first error of one that does
// not.
#pragma once

#include <version>

#ifndef __cpp_lib_source_location
#error "the library needs C++20, -std=c++20, of g++ 11, Clang 16 or a later one"
#endif
