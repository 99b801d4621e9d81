#include <fmt/format.h>

#include <nlohmann/json_fwd.hpp>
#include <vector>
