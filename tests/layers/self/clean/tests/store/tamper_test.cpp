#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "mappa/store/store.hpp"
#include "support/folder.hpp"

const auto tamper = "DELETE FROM entries";
