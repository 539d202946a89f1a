# The libraries. Debian 12 has the oldest versions that are supported; newer ones must build too.

find_package(Threads REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
find_package(fmt CONFIG REQUIRED)

# simdjson's package declares compatibility within one minor version only, so that asking it for
# "at least 3.0.1" would refuse everything newer. Ask for any version and compare here.
find_package(simdjson CONFIG REQUIRED)
if(simdjson_VERSION VERSION_LESS 3.0.1)
    message(FATAL_ERROR "simdjson ${simdjson_VERSION} was found, but 3.0.1 or newer is needed")
endif()

# Debian's utf8proc and RE2 bring no CMake package.
find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
