# The package RunAutoconvert, which find_package finds in the install tree and in the build tree.
include(CMakePackageConfigHelpers)

set(package_directory ${CMAKE_INSTALL_LIBDIR}/cmake/RunAutoconvert)

# Without the tool the package has the library alone.
set(packaged run-runtime)
if(RUN_BUILD_TOOL)
  list(APPEND packaged run-autoconvert)
endif()

export(
  TARGETS ${packaged}
  NAMESPACE RunAutoconvert::
  FILE ${PROJECT_BINARY_DIR}/RunAutoconvertTargets.cmake)
configure_file(cmake/RunAutoconvertConfig.cmake ${PROJECT_BINARY_DIR} COPYONLY)
configure_file(cmake/RunAutoconvert.cmake ${PROJECT_BINARY_DIR} COPYONLY)
configure_file(cmake/RunAutoconvertFlags.cmake ${PROJECT_BINARY_DIR} COPYONLY)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/RunAutoconvertConfigVersion.cmake COMPATIBILITY SameMinorVersion)

if(RUN_INSTALL)
  install(
    TARGETS ${packaged}
    EXPORT RunAutoconvertTargets
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/run DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(
    EXPORT RunAutoconvertTargets
    NAMESPACE RunAutoconvert::
    DESTINATION ${package_directory})
  install(FILES cmake/RunAutoconvertConfig.cmake cmake/RunAutoconvert.cmake cmake/RunAutoconvertFlags.cmake
                ${PROJECT_BINARY_DIR}/RunAutoconvertConfigVersion.cmake DESTINATION ${package_directory})
endif()
