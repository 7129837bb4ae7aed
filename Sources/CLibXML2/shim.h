// libxml2, as far as Letterbook uses it: the HTML and XML parsers, the tree and XPath.
#ifndef LETTERBOOK_CLIBXML2_H
#define LETTERBOOK_CLIBXML2_H

// The ICU headers that libxml2 would pull in collide with Foundation's own copy.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// xmlFree is a mutable global function pointer, which Swift 6 will not touch.
static inline void letterbook_xml_free(void *pointer) { xmlFree(pointer); }

// xmlParserVersion is a macro over a per-thread global, which Swift does not import.
static inline const char *letterbook_xml_version(void) { return xmlParserVersion; }

#endif
