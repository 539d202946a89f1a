# The libraries. Debian 12 has the oldest versions that are supported; newer ones must build too.

find_package(Threads REQUIRED)
find_package(CLI11 2.1.2 CONFIG REQUIRED)
find_package(fmt 9.1 CONFIG REQUIRED)

# simdjson's package declares compatibility within one minor version only, so that asking it for
# "at least 3.0.1" would refuse everything newer. Ask for any version and compare here.
find_package(simdjson CONFIG REQUIRED)
if(simdjson_VERSION VERSION_LESS 3.0.1)
    message(FATAL_ERROR "simdjson ${simdjson_VERSION} was found, but 3.0.1 or newer is needed")
endif()

# Debian's utf8proc and RE2 bring no CMake package. utf8proc 2.8 still calls itself 2.6 there, and RE2 says 0.0.0, which
# tells nothing.
find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc>=2.6)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)

# Compressed inputs. ISA-L is loaded at run time where it is installed (see intake/source/gzip.h); only its header is needed
# here, and without it zlib does the work.
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(libzstd REQUIRED IMPORTED_TARGET libzstd)

# Each shared library costs a tenth of the time that the program needs for a small payload. Debian has archives of
# these; the presets link them. Distributions want the shared libraries, which are the default.
option(HOOKSPECT_LINK_ARCHIVES "Link RE2, utf8proc, zlib and zstd from their archives, where there are any" OFF)
if(HOOKSPECT_LINK_ARCHIVES)
    foreach(library IN ITEMS re2 utf8proc zlib libzstd)
        string(REGEX REPLACE "^lib" "" name "${library}")
        string(REPLACE "zlib" "z" name "${name}")
        find_library(HOOKSPECT_${library}_ARCHIVE "lib${name}.a" HINTS ${${library}_LIBRARY_DIRS})
        mark_as_advanced(HOOKSPECT_${library}_ARCHIVE)
        if(HOOKSPECT_${library}_ARCHIVE)
            get_target_property(linked PkgConfig::${library} INTERFACE_LINK_LIBRARIES)
            list(TRANSFORM linked REPLACE "^.*/lib${name}\\.so$" "${HOOKSPECT_${library}_ARCHIVE}")
            set_target_properties(PkgConfig::${library} PROPERTIES INTERFACE_LINK_LIBRARIES "${linked}")
        endif()
    endforeach()
endif()
