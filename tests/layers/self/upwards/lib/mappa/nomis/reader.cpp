#include "../store/store.hpp"
#include "export.hpp"
