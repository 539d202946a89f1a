// Placeholder until the commands arrive: enough to build, to install and to test the house with.

#include "version.h"

#include <cstdio>
#include <cstring>

int main(int argc, char** argv) {
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::printf("hookspect %s\n", hookspect::version.data());
        return 0;
    }
    std::fputs("hookspect: no command is built yet\n", stderr);
    return 2;
}
