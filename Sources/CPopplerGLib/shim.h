// poppler-glib: text, layout, metadata, links, form fields and annotations of PDF documents;
// cairo, on which it draws pages.
#ifndef LETTERBOOK_CPOPPLERGLIB_H
#define LETTERBOOK_CPOPPLERGLIB_H

#include <cairo.h>
#include <poppler.h>

#endif
