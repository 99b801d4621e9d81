#include <SQLiteCpp/Database.h>
#include <sys/stat.h>
