// g++ forgets -Wno-attributes=run:: once it has read a precompiled header.
#ifndef __clang__
#pragma GCC diagnostic ignored_attributes "run::"
#endif
