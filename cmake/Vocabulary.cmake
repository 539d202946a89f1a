# hookspect_add_vocabulary(TARGET): has the schema.org tables that src/schema/actions.cpp includes written before TARGET
# is built, and again whenever the tables in src/schema/vocabulary change.
set(HOOKSPECT_SCHEMA_DIR "${CMAKE_CURRENT_LIST_DIR}/../src/schema")

function(hookspect_add_vocabulary target)
    set(tables
        "${HOOKSPECT_SCHEMA_DIR}/vocabulary/schema-org-actions.tsv"
        "${HOOKSPECT_SCHEMA_DIR}/vocabulary/schema-org-action-properties.tsv"
        "${HOOKSPECT_SCHEMA_DIR}/vocabulary/schema-org-action-status.tsv")
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/generated")
    set(output "${generated}/schema/vocabulary.inc.h")
    file(MAKE_DIRECTORY "${generated}/schema")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}" -D "SOURCE=${HOOKSPECT_SCHEMA_DIR}/vocabulary" -D "OUTPUT=${output}"
                -P "${HOOKSPECT_SCHEMA_DIR}/vocabulary.cmake"
        DEPENDS ${tables} "${HOOKSPECT_SCHEMA_DIR}/vocabulary.cmake"
        COMMENT "Writing the schema.org vocabulary"
        VERBATIM)
    target_sources(${target} PRIVATE "${output}")
    target_include_directories(${target} PRIVATE "${generated}")
endfunction()
