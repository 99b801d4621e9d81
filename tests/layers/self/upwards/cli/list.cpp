#include "mappa/rules/verdict.hpp"
#include "session.hpp"
