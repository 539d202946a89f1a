# What a package holds. The manual and the completions join as soon as their folders exist.

install(TARGETS hookspect RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES LICENSE README.md RECIPES.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")

foreach(section IN ITEMS 1 7)
    file(GLOB man_pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/man/*.${section}")
    install(FILES ${man_pages} DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()

set(completions "${PROJECT_SOURCE_DIR}/completions")
if(EXISTS "${completions}/hookspect.bash")
    install(FILES "${completions}/hookspect.bash"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME hookspect)
endif()
if(EXISTS "${completions}/_hookspect")
    install(FILES "${completions}/_hookspect" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
endif()
if(EXISTS "${completions}/hookspect.fish")
    install(FILES "${completions}/hookspect.fish"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endif()
