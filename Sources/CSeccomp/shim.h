// libseccomp: filters of system calls by name.
#ifndef LETTERBOOK_CSECCOMP_H
#define LETTERBOOK_CSECCOMP_H

#include <seccomp.h>

#endif
