#include "cli/program.h"

int main(int argc, char** argv) {
    return hookspect::cli::run_program({argv + (argc > 0 ? 1 : 0), argv + argc});
}
