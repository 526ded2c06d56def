#include <iostream>

#include "server/app/command_line.h"

int main(int argc, char** argv) { return vb::server::app::runCommandLine(argc, argv, std::cout, std::cerr); }
