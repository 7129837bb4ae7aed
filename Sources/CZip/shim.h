// libzip: reading ZIP archives from memory, as Word documents are.
#ifndef LETTERBOOK_CZIP_H
#define LETTERBOOK_CZIP_H

#include <zip.h>

#endif
