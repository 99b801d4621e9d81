#include <string>

// #include "mappa/store/store.hpp" in a comment is nothing
#include "mappa/casebook/case.hpp"
#include "mappa/nomis/export.hpp"
#  include <mappa/store/store.hpp>
#include "mappa/law/order.hpp"
