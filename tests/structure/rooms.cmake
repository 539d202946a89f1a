# Does each room of src/ include only itself and the rooms before it? The table in ARCHITECTURE.md says what the rooms are
# for.
#
#     cmake -D SOURCE=src -D SCRATCH=FOLDER -P tests/structure/rooms.cmake
#
# Reads the lines `#include "..."` of all files, and prints each that is forbidden. First it proves on a small tree, which
# it makes in SCRATCH, that it would find one. For information it also counts headers without a source and the reverse.

cmake_minimum_required(VERSION 3.25)

set(rooms base term output schema event finding intake check query ops run report cli)
# Not before each other, although the list has one order.
set(forbidden "query -> intake" "query -> check" "ops -> check" "report -> check")

# Forbidden includes that are there today. The list may only shrink: one that has gone is a fault here.
set(exceptions
    "event/body.h -> finding/finding.h"
    "term/style.h -> report/layout/presentation.h"
    "term/terminal.h -> report/layout/presentation.h")

# find_faults(RESULT FOLDER [EXCEPTION...]): RESULT becomes a list of messages.
function(find_faults result folder)
    set(faults)
    set(unused ${ARGN})
    file(GLOB_RECURSE files RELATIVE "${folder}" "${folder}/*.h" "${folder}/*.cpp")
    list(REMOVE_ITEM files main.cpp)
    foreach(file IN LISTS files)
        string(REGEX REPLACE "/.*" "" room "${file}")
        list(FIND rooms "${room}" place)
        if(place EQUAL -1)
            list(APPEND faults "${file}: not in a room")
            continue()
        endif()
        file(STRINGS "${folder}/${file}" lines REGEX "^[ \t]*#[ \t]*include[ \t]*\"")
        foreach(line IN LISTS lines)
            string(REGEX REPLACE "^[^\"]*\"([^\"]*)\".*$" "\\1" header "${line}")
            string(REGEX REPLACE "/.*" "" other "${header}")
            list(FIND rooms "${other}" other_place)
            set(arrow "${file} -> ${header}")
            if(header STREQUAL "version.h")
                continue()
            elseif(other_place EQUAL -1)
                list(APPEND faults "${arrow}: the path does not begin with a room")
            elseif(other_place GREATER place OR "${room} -> ${other}" IN_LIST forbidden)
                if(arrow IN_LIST ARGN)
                    list(REMOVE_ITEM unused "${arrow}")
                else()
                    list(APPEND faults "${arrow}: ${room} may not include ${other}")
                endif()
            endif()
        endforeach()
    endforeach()
    foreach(arrow IN LISTS unused)
        list(APPEND faults "${arrow}: this exception is not needed, remove it")
    endforeach()
    set(${result} "${faults}" PARENT_SCOPE)
endfunction()

# --- would it find a fault? -------------------------------------------------------------------------

set(tree "${SCRATCH}/rooms")
file(REMOVE_RECURSE "${tree}")
file(WRITE "${tree}/main.cpp" "#include \"cli/all.h\"\n")
file(WRITE "${tree}/base/text.h" "#include <string>\n// #include \"cli/all.h\"\n#include \"base/number.h\"\n")
file(WRITE "${tree}/base/deep/in.cpp" "#include \"base/text.h\"\n  #  include \"term/style.h\"\n")
file(WRITE "${tree}/check/url.cpp" "#include \"intake/a.h\"\n#include \"version.h\"\n#include \"url.h\"\n")
file(WRITE "${tree}/cli/all.h" "#include \"check/url.h\"\n#include \"report/a.h\"\n")
file(WRITE "${tree}/intake/a.h" "#include \"query/a.h\"\n")
file(WRITE "${tree}/ops/a.h" "#include \"check/url.h\"\n#include \"query/a.h\"\n")
file(WRITE "${tree}/query/a.h" "#include \"intake/a.h\"\n#include \"check/url.h\"\n")
file(WRITE "${tree}/report/a.h" "#include \"check/url.h\"\n")
file(WRITE "${tree}/run/a.h" "#include \"check/url.h\"\n")
file(WRITE "${tree}/stray/a.h" "")
file(WRITE "${tree}/stray.cpp" "")
set(expected
    "base/deep/in.cpp -> term/style.h: base may not include term"
    "check/url.cpp -> url.h: the path does not begin with a room"
    "intake/a.h -> query/a.h: intake may not include query"
    "ops/a.h -> check/url.h: ops may not include check"
    "query/a.h -> intake/a.h: query may not include intake"
    "run/a.h -> check/url.h: this exception is not needed, remove it"
    "report/a.h -> check/url.h: report may not include check"
    "stray/a.h: not in a room"
    "stray.cpp: not in a room")
find_faults(found "${tree}" "query/a.h -> check/url.h" "run/a.h -> check/url.h")
list(SORT expected)
list(SORT found)
if(NOT found STREQUAL expected)
    list(JOIN found "\n  " found)
    message(FATAL_ERROR "this test does not find what it has to find, but\n  ${found}")
endif()

# --- src ---------------------------------------------------------------------------------------------

file(GLOB_RECURSE headers RELATIVE "${SOURCE}" "${SOURCE}/*.h")
file(GLOB_RECURSE sources RELATIVE "${SOURCE}" "${SOURCE}/*.cpp")
list(TRANSFORM headers REPLACE "\\.h$" "" OUTPUT_VARIABLE declared)
list(TRANSFORM sources REPLACE "\\.cpp$" "" OUTPUT_VARIABLE defined)
list(LENGTH headers header_count)
list(LENGTH sources source_count)
if(header_count EQUAL 0 OR source_count EQUAL 0)
    message(FATAL_ERROR "there are no sources in \"${SOURCE}\"")
endif()
set(headers_alone ${declared})
list(REMOVE_ITEM headers_alone ${defined})
set(sources_alone ${defined})
list(REMOVE_ITEM sources_alone ${declared})
list(LENGTH headers_alone headers_alone)
list(LENGTH sources_alone sources_alone)
message(STATUS "${headers_alone} of ${header_count} headers have no source, ${sources_alone} of ${source_count} sources no header")

find_faults(found "${SOURCE}" ${exceptions})
foreach(fault IN LISTS found)
    message(NOTICE "src/${fault}")
endforeach()
list(LENGTH found count)
list(LENGTH exceptions excepted)
if(count GREATER 0)
    message(FATAL_ERROR "${count} faults; ARCHITECTURE.md has the order of the rooms")
endif()
message(STATUS "no include is forbidden, but for ${excepted} exceptions")
