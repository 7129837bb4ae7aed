#include "CLibFuzzer.h"

extern int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *, size_t));

int letterbook_fuzz(int argc, char **argv, int (*target)(const uint8_t *, size_t)) {
    return LLVMFuzzerRunDriver(&argc, &argv, target);
}
