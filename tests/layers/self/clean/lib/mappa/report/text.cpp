#include <libsmartcols/libsmartcols.h>
#include <utf8proc.h>
