# find_package(RunAutoconvert): the library RunAutoconvert::run, the tool RunAutoconvert::run-autoconvert, and the
# command run_autoconvert (see RunAutoconvert.cmake).
include(CMakeFindDependencyMacro)
find_dependency(yaml-cpp)

include("${CMAKE_CURRENT_LIST_DIR}/RunAutoconvertTargets.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/RunAutoconvert.cmake")
