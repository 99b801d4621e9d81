#include "mappa/casework/map_export.hpp"

#include "mappa/nomis/show_map.hpp"

namespace mappa {

std::string map_of_export(Input& input, const Mapping& given) {
  const Survey look = survey(input, given.encoding);
  return shown_map(mapping_of(input, look, given), input.name());
}

}  // namespace mappa
