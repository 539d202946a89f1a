# hookspect_flags holds what every target of this project is compiled with, and no dependency is.

add_library(hookspect_flags INTERFACE)

if(HOOKSPECT_DEVELOPER)
    # A designated initializer that leaves members at their defaults is meant so.
    target_compile_options(hookspect_flags INTERFACE
        -Wall -Wextra -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Wimplicit-fallthrough
        -Wno-missing-field-initializers -Werror)
    # GCC 12 finds such dereferences in the headers of its own standard library. Its -Wconversion leaves signs out.
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        target_compile_options(hookspect_flags INTERFACE -Wnull-dereference -Wno-sign-conversion)
    endif()
    target_compile_definitions(hookspect_flags INTERFACE _GLIBCXX_ASSERTIONS)
    # GCC 12 sees overlaps in the appending of strings where there are none (GCC bug 105651).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(hookspect_flags INTERFACE -Wno-restrict)
    endif()
endif()

if(HOOKSPECT_SANITIZE)
    target_compile_options(hookspect_flags INTERFACE
        -fsanitize=${HOOKSPECT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(hookspect_flags INTERFACE -fsanitize=${HOOKSPECT_SANITIZE})
    # GCC warns of values that only the code of a sanitizer leaves unset.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(hookspect_flags INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()

if(HOOKSPECT_HARDEN)
    if(HOOKSPECT_SANITIZE)
        message(FATAL_ERROR "HOOKSPECT_HARDEN hides faults from HOOKSPECT_SANITIZE: choose one of them")
    endif()
    target_compile_options(hookspect_flags INTERFACE -fPIE -fstack-protector-strong)
    target_link_options(hookspect_flags INTERFACE LINKER:-z,relro,-z,now)
    if(NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-static")
        target_link_options(hookspect_flags INTERFACE -pie)
    endif()
    # glibc checks sizes only in code that is optimised, and warns elsewhere.
    target_compile_options(hookspect_flags INTERFACE
        "$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
    include(CheckCXXCompilerFlag)
    check_cxx_compiler_flag(-fcf-protection HOOKSPECT_HAS_CF_PROTECTION)  # x86 alone
    if(HOOKSPECT_HAS_CF_PROTECTION)
        target_compile_options(hookspect_flags INTERFACE -fcf-protection)
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
