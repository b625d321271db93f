# Runs in the build when a target's flags have changed (see RunAutoconvert.cmake): what CMake knows of a target, in the
# file FLAGS, becomes the flags of a compiler, in the response file RESPONSE.
cmake_minimum_required(VERSION 3.25)

include("${FLAGS}")
separate_arguments(words UNIX_COMMAND "${flags}")

# The standard is the highest one that anything asks for.
foreach(feature IN ITEMS cxx_std_20 LISTS features)
  if(feature MATCHES "^cxx_std_([0-9]+)$" AND (NOT standard OR CMAKE_MATCH_1 GREATER standard))
    set(standard ${CMAKE_MATCH_1})
  endif()
endforeach()
if(extensions STREQUAL "OFF")
  list(APPEND words -std=c++${standard})
else()
  list(APPEND words -std=gnu++${standard})
endif()

foreach(definition IN LISTS definitions)
  if(NOT definition STREQUAL "")
    list(APPEND words "-D${definition}")
  endif()
endforeach()

# A folder of companions is known by the flags above it, which a target of this build was converted with.
cmake_path(GET FLAGS FILENAME flags_name)
function(is_of_companions folder result)
  set(${result} FALSE PARENT_SCOPE)
  cmake_path(IS_PREFIX build_directory "${folder}" NORMALIZE is_inside)
  while(is_inside AND NOT folder STREQUAL build_directory)
    if(EXISTS "${folder}/${flags_name}")
      set(${result} TRUE PARENT_SCOPE)
      return()
    endif()
    cmake_path(GET folder PARENT_PATH folder)
  endwhile()
endfunction()

# The tool reads no companions of this build: what it writes depends on the sources alone, not on what it wrote before.
list(REMOVE_DUPLICATES includes)
foreach(include IN LISTS includes)
  is_of_companions("${include}" holds_companions)
  if(NOT include STREQUAL "" AND NOT include IN_LIST implicit_includes AND NOT holds_companions)
    list(APPEND words "-I${include}")
  endif()
endforeach()

foreach(option IN LISTS options)
  if(option MATCHES "^SHELL:(.*)")
    separate_arguments(option UNIX_COMMAND "${CMAKE_MATCH_1}")
  endif()
  list(APPEND words ${option})
endforeach()

# What is precompiled is included in front of every source.
foreach(header IN LISTS headers)
  string(REGEX REPLACE "^[<\"](.*)[>\"]$" "\\1" header "${header}")
  if(NOT header STREQUAL "")
    list(APPEND words -include "${header}")
  endif()
endforeach()

# What g++ alone has, omp.h for one, is looked for last: of all others the tool has its own.
foreach(include IN LISTS implicit_includes)
  if(include MATCHES "/gcc/.*/include$")
    list(APPEND words -idirafter "${include}")
  endif()
endforeach()

set(response "")
foreach(word IN LISTS words)
  string(REGEX REPLACE "([\\\"])" "\\\\\\1" word "${word}")
  string(APPEND response "\"${word}\"\n")
endforeach()
file(WRITE "${RESPONSE}" "${response}")
