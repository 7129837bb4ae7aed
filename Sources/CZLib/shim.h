// zlib, as far as Letterbook uses it: inflating what crawlers packed.
#ifndef LETTERBOOK_CZLIB_H
#define LETTERBOOK_CZLIB_H

#include <zlib.h>

// inflateInit2 is a macro, which Swift does not import.
static inline int letterbook_inflate_init(z_stream *stream, int bits) { return inflateInit2(stream, bits); }

#endif
