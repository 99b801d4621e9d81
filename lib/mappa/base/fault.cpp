#include "mappa/base/fault.hpp"

#include <utility>

namespace mappa {

Fault::Fault(Cause cause, std::string happened, std::string remedy)
    : cause_(cause), happened_(std::move(happened)), remedy_(std::move(remedy)) {}

}  // namespace mappa
