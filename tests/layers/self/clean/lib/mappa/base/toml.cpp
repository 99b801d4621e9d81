#include "mappa/base/toml.hpp"

#include <fstream>
#include <toml++/toml.h>
