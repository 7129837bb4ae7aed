// libcurl: fetching over http and https. Its setters are variadic, which Swift cannot call: one function a type.
#ifndef LETTERBOOK_CCURL_H
#define LETTERBOOK_CCURL_H

#include <curl/curl.h>

static inline CURLcode letterbook_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode letterbook_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

// libcurl copies the text.
static inline CURLcode letterbook_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode letterbook_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode letterbook_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*letterbook_receive)(char *bytes, size_t size, size_t count, void *target);

static inline CURLcode letterbook_set_receive(CURL *handle, CURLoption option, letterbook_receive function) {
    return curl_easy_setopt(handle, option, function);
}

typedef curl_socket_t (*letterbook_open_socket)(void *target, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode letterbook_set_open_socket(CURL *handle, letterbook_open_socket function) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

typedef int (*letterbook_progress)(
    void *target, curl_off_t total, curl_off_t now, curl_off_t upload_total, curl_off_t upload_now);

static inline CURLcode letterbook_set_progress(CURL *handle, letterbook_progress function) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

static inline long letterbook_number(CURL *handle, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

static inline CURLcode letterbook_size(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

// The address of a peer: its declared type is shorter than what stands there for IPv6.
static inline const void *letterbook_peer(const struct curl_sockaddr *address) { return &address->addr; }

#endif
