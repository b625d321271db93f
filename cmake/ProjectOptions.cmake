# How the project's own code is compiled: the standard, the warnings, the sanitizers, the compiler cache.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)

if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(RUN_CCACHE ccache)
mark_as_advanced(RUN_CCACHE)
if(RUN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${RUN_CCACHE})
endif()

if(RUN_SANITIZE)
  add_compile_options(-fsanitize=${RUN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${RUN_SANITIZE})
endif()

# run_warnings(TARGET): the project's own code compiles without a warning. In another project, which may have a compiler
# that knows more of them, they are no errors.
function(run_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow)
  if(PROJECT_IS_TOP_LEVEL)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# run_precompile(TARGET HEADERS...): reads them once for all files of a target, which is most of the time of a build. Each
# file includes what it needs all the same: g++, whose precompiled headers are slower than none, builds without them.
function(run_precompile target)
  if(PROJECT_IS_TOP_LEVEL AND CMAKE_CXX_COMPILER_ID MATCHES Clang)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
