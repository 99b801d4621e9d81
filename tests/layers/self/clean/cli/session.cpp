#include <pwd.h>
#include <sys/types.h>
#include <unistd.h>
