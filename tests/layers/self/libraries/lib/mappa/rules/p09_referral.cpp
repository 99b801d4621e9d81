#include <toml++/toml.h>
#include <unistd.h>
#include <boost/regex.hpp>
