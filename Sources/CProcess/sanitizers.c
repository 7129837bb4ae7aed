#define _GNU_SOURCE
#include "CProcess.h"

#include <sys/prctl.h>

#if __has_feature(address_sanitizer)
int letterbook_has_shadow_memory(void) { return 1; }

// LeakSanitizer looks from a process of its own, by tracing: what is shut in cannot start one, nor ask whether it is.
int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void) { return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 0; }

// fontconfig keeps two small blocks to the end; swift-corelibs-foundation loses its buffer when a file is empty.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libfontconfig.so\nleak:readBytesFromFile\n";
}
#elif __has_feature(thread_sanitizer)
int letterbook_has_shadow_memory(void) { return 1; }
#else
int letterbook_has_shadow_memory(void) { return 0; }
#endif

int letterbook_thread_sanitizer(void) {
#if __has_feature(thread_sanitizer)
    return 1;
#else
    return 0;
#endif
}
