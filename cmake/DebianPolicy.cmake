# Run by cpack on the staged files of the .deb, for what Debian's policy wants and other systems do not: compressed pages, a
# Debian changelog, the licence as `copyright`, and zsh's folder for packages. Time stamps inside the compressed files are
# left out, so that the same files give the same package (SOURCE_DATE_EPOCH sets the changelog's).

if(NOT CPACK_GENERATOR STREQUAL "DEB")
    return()
endif()

set(share "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share")
set(doc "${share}/doc/hookspect")
file(RENAME "${doc}/LICENSE" "${doc}/copyright")
file(RENAME "${doc}/CHANGELOG.md" "${doc}/changelog")
file(RENAME "${share}/zsh/site-functions" "${share}/zsh/vendor-completions")

set(version "${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${doc}/changelog.Debian"
"hookspect (${version}) unstable; urgency=medium

  * Version ${CPACK_PACKAGE_VERSION}: what is new in it is told in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")

file(GLOB plain "${share}/man/man*/*.[17]" "${doc}/changelog*")
execute_process(COMMAND gzip -9n ${plain} COMMAND_ERROR_IS_FATAL ANY)
