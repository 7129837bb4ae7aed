#ifndef LETTERBOOK_CLIBFUZZER_H
#define LETTERBOOK_CLIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with the arguments of the command line until it finds a crash or a limit of theirs is met.
///
/// https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library
int letterbook_fuzz(int argc, char **argv, int (*target)(const uint8_t *bytes, size_t count));

#endif
