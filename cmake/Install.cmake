# What a package holds.

install(TARGETS hookspect RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES LICENSE README.md RECIPES.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# The licences of the libraries, of which code is inside the program, have to go where it goes. A distribution that has
# these texts elsewhere leaves them out.
option(HOOKSPECT_INSTALL_LICENSES "Install the licences of the libraries beside our own" ON)
if(HOOKSPECT_INSTALL_LICENSES)
    install(DIRECTORY licenses DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()

foreach(section IN ITEMS 1 7)
    file(GLOB man_pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/man/*.${section}")
    install(FILES ${man_pages} DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()

# Where each shell looks by itself.
install(FILES completions/hookspect.bash
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME hookspect)
install(FILES completions/_hookspect DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
install(FILES completions/hookspect.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
