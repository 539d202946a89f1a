# A .deb and a tarball of what the install rules lay down: `./dev package`, or `cpack` in a release build.

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME hookspect)
set(CPACK_PACKAGE_CONTACT "The hookspect authors <hookspect@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "inspect captured Ambassify webhook bodies")
set(CPACK_PACKAGE_DESCRIPTION
"hookspect reads captured webhook bodies, JSON or form-encoded, from files or
standard input, checks them against the documented event schema, and shows,
filters, extracts, converts, counts and compares them. It knows the units, the
languages and the rules of that schema, which generic tools do not.")
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 0)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "less, man-db")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)

# What Debian's policy wants and other systems do not: see there.
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/DebianPolicy.cmake")

include(CPack)
