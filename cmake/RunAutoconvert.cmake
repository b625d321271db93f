# run_autoconvert(TARGET SOURCES... [BASE_DIR DIR])
#
# Converts the recipes in SOURCES, which may be headers and .cpp files, before TARGET is compiled. The companion of
# BASE_DIR/a/b.h is "a/b.run.h" for TARGET and for whatever links it; unless it is given, BASE_DIR is the current source
# directory, and the current binary directory for what the build makes there. A .cpp whose companion is no part of it (it
# does not include "b.run.h" itself) is compiled as b.run.cpp, which includes it. TARGET links RunAutoconvert::run.
#
# A header and a .cpp that differ by their extensions alone have one companion: name both in one call, and let the .cpp
# include the header. The companion of a header that declares the recipes of several .cpp files includes theirs: name all
# of them in one call.
#
# SOURCES may be made by a command of the same folder. What it makes for other folders is of another call: run_autoconvert
# may be called several times for a TARGET.
#
# Headers that commands make for TARGET, and that are among its sources, are made before.
#
# A source is converted again when it, a header that it includes, the flags of TARGET or the tool have changed. Its
# companions are written only when their text changes, so that nothing else is compiled without need.
#
# run_autoconvert_lint(TARGET [SOURCES...] [FORMAT text|json|github|sarif] [OUTPUT FILE] [BASELINE FILE])
#
# Makes the build target TARGET-lint: it checks the recipes of TARGET and writes no companion; it fails where the
# conversion would. Without SOURCES they are those of run_autoconvert(TARGET ...), or all C++ sources of TARGET if there
# are none. The report goes to the build's output, or to FILE. The target run-autoconvert-lint is all of them.
#
# The tool is the package's, or the program RUN_AUTOCONVERT_EXECUTABLE where that is set: one that runs on this machine, if
# the project is built for another one.

include_guard(GLOBAL)

# Whatever version the project asks for, these functions are read as they are meant. (An include has a scope of its own.)
cmake_policy(VERSION 3.25)

function(run_autoconvert target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "BASE_DIR" "")
  if(NOT TARGET "${target}")
    message(FATAL_ERROR "run_autoconvert: there is no target '${target}'")
  endif()
  __run_autoconvert_tool(run_autoconvert tool)
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "run_autoconvert(${target}): name the sources that hold its recipes")
  endif()
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/run-autoconvert/${target})
  set(flags ${directory}/flags-$<CONFIG>.rsp)
  set(stamps)
  set(recipe_files)
  set(generated)
  set(bases)
  # It may be called several times, for files below different folders.
  get_target_property(earlier ${target} RUN_AUTOCONVERT_STAMPS)
  get_target_property(known ${target} RUN_AUTOCONVERT_SOURCES)
  set(include_directories ${directory})
  set(files)
  set(definitions)
  foreach(source IN LISTS arg_UNPARSED_ARGUMENTS)
    cmake_path(ABSOLUTE_PATH source NORMALIZE)
    list(APPEND files "${source}")
    __run_autoconvert_pair("${source}" kind key)
    set(${kind}_of_${key} "${source}")
    if(kind STREQUAL "source")
      list(APPEND definitions "--sources=${source}")
    endif()
  endforeach()
  foreach(source IN LISTS files)
    __run_autoconvert_pair("${source}" kind key)
    set(header)
    if(header_of_${key} AND source_of_${key})
      # The source's companion is the header's, too.
      if(kind STREQUAL "header")
        continue()
      endif()
      set(header "${header_of_${key}}")
    endif()
    __run_autoconvert_base(${target} "${source}" "${arg_BASE_DIR}" base)
    list(APPEND bases ${base})
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${base}" OUTPUT_VARIABLE relative)
    cmake_path(REMOVE_EXTENSION relative LAST_ONLY OUTPUT_VARIABLE stem)
    set(companion ${directory}/${stem}.run)
    cmake_path(GET companion PARENT_PATH companion_directory)
    set(stamp ${companion}.stamp)
    if(source IN_LIST known OR source IN_LIST recipe_files)
      message(FATAL_ERROR "run_autoconvert(${target}): '${source}' is named twice")
    endif()
    if(stamp IN_LIST stamps OR stamp IN_LIST earlier)
      message(FATAL_ERROR "run_autoconvert(${target}): '${source}' and another source would both have the companion "
                          "'${stem}.run.h'; move the recipes of one into the other, or into a file of another name. A "
                          "header and its .cpp have it in common where one call names both")
    endif()

    set(byproducts ${companion}.h)
    __run_autoconvert_is_compiled_apart("${source}" is_compiled_apart)
    if(is_compiled_apart)
      list(APPEND byproducts ${companion}.cpp)
      __run_autoconvert_replace(${target} "${source}" ${companion}.cpp)
    else()
      # The file includes its companion as it includes its neighbours, by its name alone.
      list(APPEND include_directories ${companion_directory})
    endif()

    # What a header declares, and its own .cpp does not define, is in another of them.
    set(others)
    if(header OR kind STREQUAL "header")
      set(others ${definitions})
    endif()
    # The build looks for policies that are new; the tool itself notes the one that it has read.
    __run_autoconvert_policies("${source}" policies)
    add_custom_command(
      OUTPUT ${stamp}
      BYPRODUCTS ${byproducts}
      COMMAND ${tool} convert -o ${directory} --base ${base} --depfile ${companion}.d --stamp
              ${stamp} ${others} ${header} ${source} -- @${flags}
      DEPENDS ${header} ${source} ${flags} ${policies} ${tool}
      DEPFILE ${companion}.d
      COMMENT "Converting the recipes of ${relative}"
      VERBATIM)
    list(APPEND stamps ${stamp})
    list(APPEND recipe_files ${header} ${source})
    foreach(file IN ITEMS ${header} ${source})
      get_source_file_property(is_generated "${file}" GENERATED)
      if(is_generated)
        list(APPEND generated ${file})
      endif()
    endforeach()
  endforeach()

  __run_autoconvert_write_flags(${target} ${flags} ${directory})
  __run_autoconvert_conversion(${target} "${stamps}" "${recipe_files}" "${generated}")
  __run_autoconvert_use(${target} "${include_directories}" "${bases}")
endfunction()

# The folder that the companion's name begins below: `given`, if it is not empty. Ends where the source cannot be one.
function(__run_autoconvert_base target source given result)
  set(base "${given}")
  cmake_path(IS_PREFIX CMAKE_CURRENT_BINARY_DIR "${source}" NORMALIZE is_in_build)
  if(is_in_build AND NOT given)
    set(base "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  cmake_path(ABSOLUTE_PATH base NORMALIZE)
  string(REGEX REPLACE "(.)/$" "\\1" base "${base}")
  cmake_path(IS_PREFIX base "${source}" NORMALIZE is_below)
  if(NOT is_below)
    message(FATAL_ERROR "run_autoconvert(${target}): '${source}' is not below '${base}'; give a BASE_DIR that it is in")
  endif()
  # What another command of the build makes need not be there yet.
  get_source_file_property(is_generated "${source}" GENERATED)
  if(NOT EXISTS "${source}" AND NOT is_generated)
    message(FATAL_ERROR "run_autoconvert(${target}): there is no file '${source}', and no command here that makes it")
  endif()
  set(${result} "${base}" PARENT_SCOPE)
endfunction()

# What makes the companions of one call, before TARGET is compiled: a target of its own.
function(__run_autoconvert_conversion target stamps recipe_files generated)
  get_target_property(earlier ${target} RUN_AUTOCONVERT_STAMPS)
  set_property(TARGET ${target} APPEND PROPERTY RUN_AUTOCONVERT_SOURCES ${recipe_files})
  set_property(TARGET ${target} APPEND PROPERTY RUN_AUTOCONVERT_STAMPS ${stamps})
  # The sources are listed here so that an IDE shows those, too, that TARGET compiles by their companions.
  set(conversion ${target}-run-autoconvert)
  if(earlier)
    list(LENGTH earlier count)
    string(APPEND conversion "-${count}")
  endif()
  add_custom_target(${conversion} DEPENDS ${stamps} SOURCES ${recipe_files})
  add_dependencies(${target} ${conversion})
  set_property(TARGET ${target} APPEND PROPERTY RUN_AUTOCONVERT_CONVERSIONS ${conversion})
  __run_autoconvert_headers_later(${target})
  if(generated)
    # The check needs them, and no companion.
    add_custom_target(${conversion}-sources DEPENDS ${generated})
    set_property(TARGET ${target} APPEND PROPERTY RUN_AUTOCONVERT_GENERATED ${conversion}-sources)
    if(TARGET ${target}-lint)
      add_dependencies(${target}-lint ${conversion}-sources)
    endif()
  endif()
endfunction()

# TARGET, and what links it, finds the companions, and they their sources below `bases`.
function(__run_autoconvert_use target include_directories bases)
  list(REMOVE_DUPLICATES include_directories)
  list(REMOVE_DUPLICATES bases)
  list(TRANSFORM bases PREPEND "-iquote")
  get_target_property(type ${target} TYPE)
  set(scope PUBLIC)
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} "$<BUILD_INTERFACE:${include_directories}>")
  target_compile_options(
    ${target}
    ${scope}
    # Companions include their sources by the path below BASE_DIR, in quotes.
    "$<BUILD_INTERFACE:$<$<COMPILE_LANGUAGE:CXX>:${bases}>>"
    # The attribute is unknown to the compilers; they warn about every other unknown one as before where they can.
    "$<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-attributes=run::>"
    "$<$<COMPILE_LANG_AND_ID:CXX,Clang,AppleClang>:-Wno-unknown-attributes>")
  # Not target_link_libraries: it would force its own signature, with or without PUBLIC, on the target's author.
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    set_property(TARGET ${target} APPEND PROPERTY LINK_LIBRARIES RunAutoconvert::run)
  endif()
  set_property(TARGET ${target} APPEND PROPERTY INTERFACE_LINK_LIBRARIES RunAutoconvert::run)
endfunction()

# What converts: a program's path, or a target. `command` is whose error it is that there is none.
function(__run_autoconvert_tool command result)
  if(RUN_AUTOCONVERT_EXECUTABLE)
    if(NOT EXISTS "${RUN_AUTOCONVERT_EXECUTABLE}" OR IS_DIRECTORY "${RUN_AUTOCONVERT_EXECUTABLE}")
      message(FATAL_ERROR "${command}: RUN_AUTOCONVERT_EXECUTABLE is '${RUN_AUTOCONVERT_EXECUTABLE}', and there is no "
                          "such program")
    endif()
    set(${result} "${RUN_AUTOCONVERT_EXECUTABLE}" PARENT_SCOPE)
    return()
  endif()
  if(NOT TARGET RunAutoconvert::run-autoconvert)
    set(why "RunAutoconvert was built without its compiler, run-autoconvert (RUN_BUILD_TOOL is OFF)")
  elseif(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
    set(why "this project is built for another machine, and so is its run-autoconvert, which has to run on this one")
  else()
    set(${result} RunAutoconvert::run-autoconvert PARENT_SCOPE)
    return()
  endif()
  message(
    FATAL_ERROR
      "${command}: ${why}.\n"
      "Either install RunAutoconvert with it on this machine (RUN_BUILD_TOOL=ON, which needs LLVM "
      "and Clang 22; on Debian llvm-22-dev and libclang-22-dev) and set RUN_AUTOCONVERT_EXECUTABLE to the path of its "
      "bin/run-autoconvert,\n"
      "or convert the recipes elsewhere with 'run-autoconvert convert' and compile the companions as ordinary sources.")
endfunction()

# The files .run-autoconvert in the folders from the source's up to the project's: where one appears, the build configures
# anew. Those of folders above the project are noticed only when the source is converted for another reason.
function(__run_autoconvert_policies source result)
  set(candidates)
  set(folder "${source}")
  cmake_path(IS_PREFIX CMAKE_SOURCE_DIR "${source}" NORMALIZE is_inside)
  while(is_inside AND NOT folder STREQUAL CMAKE_SOURCE_DIR)
    cmake_path(GET folder PARENT_PATH folder)
    list(APPEND candidates "${folder}/.run-autoconvert*")
  endwhile()
  set(found)
  if(candidates)
    file(GLOB found LIST_DIRECTORIES false CONFIGURE_DEPENDS ${candidates})
    list(FILTER found INCLUDE REGEX "/\\.run-autoconvert$")
  endif()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

function(run_autoconvert_lint target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FORMAT;OUTPUT;BASELINE" "")
  if(NOT TARGET "${target}")
    message(FATAL_ERROR "run_autoconvert_lint: there is no target '${target}'")
  endif()
  __run_autoconvert_tool(run_autoconvert_lint tool)
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/run-autoconvert/${target})
  set(flags ${directory}/flags-$<CONFIG>.rsp)
  __run_autoconvert_write_flags(${target} ${flags} ${directory})

  set(sources)
  foreach(source IN LISTS arg_UNPARSED_ARGUMENTS)
    cmake_path(ABSOLUTE_PATH source NORMALIZE)
    if(NOT EXISTS "${source}")
      message(FATAL_ERROR "run_autoconvert_lint(${target}): there is no file '${source}'")
    endif()
    list(APPEND sources "${source}")
  endforeach()
  if(NOT sources)
    # Asked when all is known: run_autoconvert may come later.
    set(recipes "$<TARGET_PROPERTY:${target},RUN_AUTOCONVERT_SOURCES>")
    set(all "$<FILTER:$<TARGET_PROPERTY:${target},SOURCES>,INCLUDE,\\.(cpp|cc|cxx|c[+][+]|C)$>")
    set(sources "$<IF:$<BOOL:${recipes}>,${recipes},${all}>")
  endif()

  set(options)
  if(arg_FORMAT)
    list(APPEND options --format=${arg_FORMAT})
  endif()
  if(NOT "${arg_OUTPUT}" STREQUAL "")
    cmake_path(ABSOLUTE_PATH arg_OUTPUT NORMALIZE)
    list(APPEND options -o "${arg_OUTPUT}")
  endif()
  if(NOT "${arg_BASELINE}" STREQUAL "")
    cmake_path(ABSOLUTE_PATH arg_BASELINE NORMALIZE)
    list(APPEND options --baseline "${arg_BASELINE}")
  endif()

  get_target_property(source_directory ${target} SOURCE_DIR)
  add_custom_target(
    ${target}-lint
    COMMAND ${tool} lint -j 0 ${options} "${sources}" -- @${flags}
    COMMAND_EXPAND_LISTS
    DEPENDS ${flags}
    WORKING_DIRECTORY ${source_directory}
    COMMENT "Checking the recipes of ${target}"
    VERBATIM)
  __run_autoconvert_headers_later(${target})
  get_target_property(generated ${target} RUN_AUTOCONVERT_GENERATED)
  if(generated)
    add_dependencies(${target}-lint ${generated})
  endif()
  if(NOT TARGET run-autoconvert-lint)
    add_custom_target(run-autoconvert-lint)
  endif()
  add_dependencies(run-autoconvert-lint ${target}-lint)
endfunction()

# Recipes may include headers that commands of this folder make for TARGET: they are made before. Which these are is known
# when the folder has been read.
function(__run_autoconvert_headers_later target)
  get_target_property(is_known ${target} RUN_AUTOCONVERT_HEADERS)
  if(NOT is_known)
    set_property(TARGET ${target} PROPERTY RUN_AUTOCONVERT_HEADERS TRUE)
    cmake_language(EVAL CODE "cmake_language(DEFER CALL __run_autoconvert_headers [==[${target}]==])")
  endif()
endfunction()

function(__run_autoconvert_headers target)
  get_target_property(sources ${target} SOURCES)
  get_target_property(source_directory ${target} SOURCE_DIR)
  get_target_property(binary_directory ${target} BINARY_DIR)
  set(headers)
  foreach(source IN LISTS sources)
    __run_autoconvert_kind("${source}" kind)
    if(NOT kind STREQUAL "header")
      continue()
    endif()
    # As CMake looks for it. Asked about a path where there is no file, it would take that for the header of this name.
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${source_directory}" NORMALIZE OUTPUT_VARIABLE path)
    if(NOT EXISTS "${path}")
      cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${binary_directory}" NORMALIZE OUTPUT_VARIABLE path)
    endif()
    get_source_file_property(is_generated "${path}" GENERATED)
    if(is_generated)
      list(APPEND headers "${path}")
    endif()
  endforeach()
  if(NOT headers)
    return()
  endif()
  add_custom_target(${target}-run-autoconvert-headers DEPENDS ${headers})
  get_target_property(conversions ${target} RUN_AUTOCONVERT_CONVERSIONS)
  foreach(reader IN ITEMS ${conversions} ${target}-lint)
    if(TARGET ${reader})
      add_dependencies(${reader} ${target}-run-autoconvert-headers)
    endif()
  endforeach()
endfunction()

# header, source (a .cpp) or other, as the tool takes the file: by its extension.
function(__run_autoconvert_kind file result)
  set(${result} other PARENT_SCOPE)
  if(file MATCHES "\\.(h|hh|hpp|hxx|h[+][+]|H|inc|cuh|ipp)$")
    set(${result} header PARENT_SCOPE)
  elseif(file MATCHES "\\.(cpp|cc|cxx|c[+][+]|C)$")
    set(${result} source PARENT_SCOPE)
  endif()
endfunction()

# Whether the file is a header or not, which is a `source`; and what it has in common with the file that would have the
# same companion.
function(__run_autoconvert_pair file kind key)
  __run_autoconvert_kind("${file}" own)
  if(NOT own STREQUAL "header")
    set(own source)
  endif()
  set(${kind} ${own} PARENT_SCOPE)
  cmake_path(REMOVE_EXTENSION file LAST_ONLY OUTPUT_VARIABLE stem)
  string(SHA1 hash "${stem}")
  set(${key} ${hash} PARENT_SCOPE)
endfunction()

# A .cpp that includes its own companion is compiled as it is; configures again when that may have changed.
function(__run_autoconvert_is_compiled_apart source result)
  set(${result} FALSE PARENT_SCOPE)
  __run_autoconvert_kind("${source}" kind)
  if(kind STREQUAL "source")
    if(NOT EXISTS "${source}")
      # Generated, and not yet: its companion takes its place, as for most.
      set(${result} TRUE PARENT_SCOPE)
      return()
    endif()
    cmake_path(GET source STEM LAST_ONLY stem)
    string(REGEX REPLACE "([][+.*?^$()|\\])" "\\\\\\1" stem "${stem}")
    file(STRINGS "${source}" includes REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]([^\">]*/)?${stem}\\.run\\.h[\">]")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
    if(NOT includes)
      set(${result} TRUE PARENT_SCOPE)
    endif()
  endif()
endfunction()

# TARGET compiles `companion` and no longer `source`.
function(__run_autoconvert_replace target source companion)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    message(FATAL_ERROR "run_autoconvert(${target}): an INTERFACE library compiles nothing, and '${source}' does not "
                        "include its companion; move the recipes into a header")
  endif()
  get_target_property(sources ${target} SOURCES)
  get_target_property(source_directory ${target} SOURCE_DIR)
  set(kept)
  foreach(item IN LISTS sources)
    set(path "${item}")
    cmake_path(ABSOLUTE_PATH path BASE_DIRECTORY "${source_directory}" NORMALIZE)
    if(NOT path STREQUAL source)
      list(APPEND kept "${item}")
    endif()
  endforeach()
  # Qt's AUTOMOC knows the headers beside what is compiled: the source's own are named, since it is compiled no more.
  cmake_path(REMOVE_EXTENSION source LAST_ONLY OUTPUT_VARIABLE stem)
  foreach(header IN ITEMS "${stem}.h" "${stem}.hh" "${stem}.hpp" "${stem}.hxx")
    if(EXISTS "${header}")
      list(APPEND kept "${header}")
    endif()
  endforeach()
  set_property(TARGET ${target} PROPERTY SOURCES ${kept} ${companion})
  set_source_files_properties(${companion} TARGET_DIRECTORY ${target} PROPERTIES GENERATED TRUE)
  foreach(property IN ITEMS COMPILE_DEFINITIONS COMPILE_OPTIONS COMPILE_FLAGS INCLUDE_DIRECTORIES
                            SKIP_PRECOMPILE_HEADERS SKIP_UNITY_BUILD_INCLUSION UNITY_GROUP)
    get_source_file_property(value "${source}" TARGET_DIRECTORY ${target} ${property})
    if(value)
      set_source_files_properties(${companion} TARGET_DIRECTORY ${target} PROPERTIES ${property} "${value}")
    endif()
  endforeach()
endfunction()

# The flags that TARGET's sources are compiled with: a response file for the tool, written anew when they change. One for
# each folder that asks for it: what a folder's commands make, no other folder's can depend on.
function(__run_autoconvert_write_flags target response directory)
  get_target_property(written ${target} RUN_AUTOCONVERT_FLAGS)
  if(response IN_LIST written)
    return()
  endif()
  set_property(TARGET ${target} APPEND PROPERTY RUN_AUTOCONVERT_FLAGS ${response})
  set(flags "${CMAKE_CXX_FLAGS}")
  foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES CMAKE_BUILD_TYPE)
    string(TOUPPER "${config}" upper)
    string(APPEND flags " $<$<CONFIG:${config}>:${CMAKE_CXX_FLAGS_${upper}}>")
  endforeach()
  if(CMAKE_SYSROOT)
    string(APPEND flags " \"--sysroot=${CMAKE_SYSROOT}\"")
  endif()
  if(CMAKE_CXX_COMPILER_TARGET)
    string(APPEND flags " --target=${CMAKE_CXX_COMPILER_TARGET}")
  endif()

  get_target_property(type ${target} TYPE)
  set(prefix "")
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(prefix INTERFACE_)
  endif()
  string(CONCAT content "set(flags [==[${flags}]==])\n" "set(build_directory [==[${CMAKE_BINARY_DIR}]==])\n"
         "set(implicit_includes [==[${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES}]==])\n")
  foreach(pair IN ITEMS standard=CXX_STANDARD extensions=CXX_EXTENSIONS features=${prefix}COMPILE_FEATURES
                        definitions=${prefix}COMPILE_DEFINITIONS includes=${prefix}INCLUDE_DIRECTORIES
                        options=${prefix}COMPILE_OPTIONS headers=${prefix}PRECOMPILE_HEADERS)
    string(REGEX MATCH "(.*)=(.*)" pair ${pair})
    string(APPEND content "set(${CMAKE_MATCH_1} [==[$<TARGET_PROPERTY:${target},${CMAKE_MATCH_2}>]==])\n")
  endforeach()
  get_target_property(shared ${target} PRECOMPILE_HEADERS_REUSE_FROM)
  if(shared)
    string(APPEND content "list(APPEND headers [==[$<TARGET_PROPERTY:${shared},PRECOMPILE_HEADERS>]==])\n")
  endif()
  # A file for each language, because a flag may be for one of them alone.
  file(GENERATE OUTPUT ${directory}/flags-$<CONFIG>-$<COMPILE_LANGUAGE>.cmake CONTENT "${content}" TARGET ${target})

  set(script "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/RunAutoconvertFlags.cmake")
  set(input ${directory}/flags-$<CONFIG>-CXX.cmake)
  add_custom_command(
    OUTPUT ${response}
    COMMAND ${CMAKE_COMMAND} -D FLAGS=${input} -D RESPONSE=${response} -P ${script}
    DEPENDS ${input} ${script}
    COMMENT "Reading the flags of ${target}"
    VERBATIM)
endfunction()
