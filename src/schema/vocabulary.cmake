# Writes the schema.org vocabulary of this folder as C++ rows:
#   cmake -D SOURCE=…/src/schema/vocabulary -D OUTPUT=…/vocabulary.inc.h -P vocabulary.cmake
# Only rows: the relations between them are worked out by the compiler, in actions.cpp.
cmake_minimum_required(VERSION 3.18)

# The table's rows as a list, without comments, the heading and carriage returns.
function(read_rows file out)
    file(STRINGS "${SOURCE}/${file}" lines ENCODING UTF-8)
    list(FILTER lines EXCLUDE REGEX "^#")
    list(POP_FRONT lines)
    set(${out} "${lines}" PARENT_SCOPE)
endfunction()

# Tabs become semicolons, so that a row is a list of cells. Empty cells count.
macro(split_row row out)
    string(REPLACE "\t" ";" ${out} "${row}")
endmacro()

file(STRINGS "${SOURCE}/schema-org-actions.tsv" head LIMIT_COUNT 1)
if(NOT head MATCHES "vocabulary release ([0-9.]+) ")
    message(FATAL_ERROR "schema-org-actions.tsv does not name its release")
endif()
set(release "${CMAKE_MATCH_1}")

set(names "")
set(parents "")
read_rows(schema-org-actions.tsv rows)
foreach(row IN LISTS rows)
    split_row("${row}" cells)
    list(GET cells 0 name)
    list(GET cells 1 row_parents)
    string(APPEND names "    \"${name}\",\n")
    string(REPLACE "," ";" row_parents "${row_parents}")
    foreach(parent IN LISTS row_parents)
        string(APPEND parents "    {\"${name}\", \"${parent}\"},\n")
    endforeach()
endforeach()

set(domains "")
read_rows(schema-org-action-properties.tsv rows)
foreach(row IN LISTS rows)
    split_row("${row}" cells)
    list(GET cells 0 property)
    list(GET cells 1 type)
    string(APPEND domains "    {\"${property}\", \"${type}\"},\n")
endforeach()

set(statuses "")
read_rows(schema-org-action-status.tsv rows)
foreach(row IN LISTS rows)
    split_row("${row}" cells)
    list(GET cells 0 member)
    string(APPEND statuses "    \"${member}\",\n")
endforeach()

set(text "// Written by vocabulary.cmake from the tables in src/schema/vocabulary.
inline constexpr std::string_view vocabulary_release = \"${release}\";

inline constexpr auto vocabulary_types = std::to_array<std::string_view>({
${names}});

/// A type and one of its direct parents.
inline constexpr auto vocabulary_parents = std::to_array<VocabularyRow>({
${parents}});

/// A property and one type that it belongs to.
inline constexpr auto vocabulary_properties = std::to_array<VocabularyRow>({
${domains}});

inline constexpr auto vocabulary_statuses = std::to_array<std::string_view>({
${statuses}});
")

file(WRITE "${OUTPUT}" "${text}")
