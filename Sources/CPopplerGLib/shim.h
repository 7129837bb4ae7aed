// poppler-glib: text, layout, metadata, links, form fields and annotations of PDF documents.
#ifndef LETTERBOOK_CPOPPLERGLIB_H
#define LETTERBOOK_CPOPPLERGLIB_H

#include <poppler.h>

#endif
