# LLVM and Clang 22, which the compiler reads recipes with and its tests use.
find_package(LLVM 22.1 QUIET CONFIG)
if(LLVM_FOUND)
  # The one beside it, before any that other folders have; where they are installed apart, Clang_DIR says where.
  find_package(Clang QUIET CONFIG PATHS ${LLVM_INSTALL_PREFIX}/lib/cmake/clang NO_DEFAULT_PATH)
endif()

if(NOT LLVM_FOUND OR NOT Clang_FOUND)
  if(LLVM_FOUND)
    set(why "LLVM ${LLVM_VERSION} is in ${LLVM_INSTALL_PREFIX}, and Clang's libraries are not (Clang_DIR can say where)")
  else()
    set(why "LLVM 22.1 is not found")
    foreach(config version IN ZIP_LISTS LLVM_CONSIDERED_CONFIGS LLVM_CONSIDERED_VERSIONS)
      string(APPEND why "\n  ${config} is of version ${version}")
    endforeach()
  endif()
  message(
    FATAL_ERROR
      "run-autoconvert reads C++ with LLVM and Clang 22. ${why}.\n"
      "On Debian and Ubuntu install llvm-22-dev and libclang-22-dev (utils/install-deps does it; https://apt.llvm.org has "
      "them for systems that do not), or set LLVM_DIR to the folder lib/cmake/llvm of an LLVM 22 with Clang.\n"
      "Without them, -DRUN_BUILD_TOOL=OFF builds the library alone, and -DRUN_AUTOCONVERT_EXECUTABLE=/path/to/run-autoconvert "
      "takes a compiler that is installed.")
endif()

# Clang's own headers (stddef.h and so on), which the tool needs when it runs.
set(RUN_CLANG_RESOURCE_DIR ${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}
    CACHE PATH "Clang's resource directory, as clang-22 -print-resource-dir says it")
if(NOT EXISTS ${RUN_CLANG_RESOURCE_DIR}/include/stddef.h)
  message(FATAL_ERROR "${RUN_CLANG_RESOURCE_DIR}/include/stddef.h does not exist: install libclang-common-22-dev or "
                      "set RUN_CLANG_RESOURCE_DIR")
endif()
