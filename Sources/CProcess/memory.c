#include "CProcess.h"

#include <malloc.h>

// mallopt(3). By itself the library keeps up to eight heaps a core, and raises both thresholds whenever a large block is
// freed.
void letterbook_return_freed_memory(void) {
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 512 << 10);
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
}
