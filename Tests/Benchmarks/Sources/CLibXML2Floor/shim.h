// The floor: libxml2 parses a page and frees it, and does nothing else.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
