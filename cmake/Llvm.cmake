# LLVM and Clang 22, which the compiler reads recipes with and its tests use.
find_package(LLVM 22.1 REQUIRED CONFIG)
find_package(Clang REQUIRED CONFIG HINTS ${LLVM_INSTALL_PREFIX}/lib/cmake/clang)

# Clang's own headers (stddef.h and so on), which the tool needs when it runs.
set(RUN_CLANG_RESOURCE_DIR ${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}
    CACHE PATH "Clang's resource directory, as clang-22 -print-resource-dir says it")
if(NOT EXISTS ${RUN_CLANG_RESOURCE_DIR}/include/stddef.h)
  message(FATAL_ERROR "${RUN_CLANG_RESOURCE_DIR}/include/stddef.h does not exist: install libclang-common-22-dev or "
                      "set RUN_CLANG_RESOURCE_DIR")
endif()
