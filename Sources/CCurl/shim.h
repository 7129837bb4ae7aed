// libcurl: fetching over http and https. Its setters are variadic, which Swift cannot call: one function a type.
#ifndef LETTERBOOK_CCURL_H
#define LETTERBOOK_CCURL_H

#include <curl/curl.h>

#endif
