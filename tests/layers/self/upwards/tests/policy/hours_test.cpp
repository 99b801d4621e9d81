#include <doctest/doctest.h>

#include "mappa/policy/policy.hpp"
#include "mappa/rules/verdict.hpp"
