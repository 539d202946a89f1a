# hookspect_flags holds what every target of this project is compiled with, and no dependency is.

add_library(hookspect_flags INTERFACE)

if(HOOKSPECT_DEVELOPER)
    # A designated initializer that leaves members at their defaults is meant so.
    target_compile_options(hookspect_flags INTERFACE
        -Wall -Wextra -Wshadow -Wconversion -Wno-missing-field-initializers -Werror)
    # GCC 12 sees overlaps in the appending of strings where there are none (GCC bug 105651).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(hookspect_flags INTERFACE -Wno-restrict)
    endif()
endif()

if(HOOKSPECT_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "HOOKSPECT_FUZZ needs clang, but the compiler is ${CMAKE_CXX_COMPILER_ID}")
    endif()
    # Coverage for all code; libFuzzer's main is linked into the fuzz programs alone.
    target_compile_options(hookspect_flags INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(hookspect_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Compiler output comes from ccache where that is installed and nobody chose a launcher.
if(PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(HOOKSPECT_CCACHE ccache)
    mark_as_advanced(HOOKSPECT_CCACHE)
    if(HOOKSPECT_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER "${HOOKSPECT_CCACHE}")
    endif()
endif()
