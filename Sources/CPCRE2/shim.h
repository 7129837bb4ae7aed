// PCRE2 over UTF-8. Its functions are macros that Swift does not import, so the few in use get names.
#ifndef LETTERBOOK_CPCRE2_H
#define LETTERBOOK_CPCRE2_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
