#include "help.hpp"

#include "commands.hpp"
#include "mappa/policy/order.hpp"

namespace mappa {
namespace {

Pairs options(const std::vector<Option>& list) {
  Pairs out;
  for (const Option& option : list)
    out.rows.emplace_back("--" + option.name + (option.placeholder.empty() ? "" : " " + option.placeholder), option.help);
  return out;
}

void section(Page& page, const std::string& heading, Pairs rows) {
  page.blocks.push_back(Line{});
  page.blocks.push_back(Line{heading});
  page.blocks.push_back(std::move(rows));
}

}  // namespace

Page overview() {
  Page out{"mappa: may this person be released now, and if not, what is missing?", {}};
  out.blocks.push_back(Line{"Implements " + std::string(order_name) + " (MAPPA), version " + std::string(order_version) + ". " +
                            std::string(order_superseded)});
  Pairs rows;
  for (const auto& command : command_names()) rows.rows.emplace_back(command.name, command.summary);
  section(out, "Commands (mappa COMMAND --help tells more)", std::move(rows));
  section(out, "Options, before or after the command", options(global_options()));
  return out;
}

Page help(const Command& command) {
  Page out{"mappa " + command.name + ": " + command.summary, {}};
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{"Usage: mappa " + command.name + (command.usage.empty() ? "" : " " + command.usage)});
  if (!command.details.empty()) out.blocks.push_back(Line{});
  for (const auto& line : command.details) out.blocks.push_back(Line{line});
  if (!command.options.empty()) section(out, "Options", options(command.options));
  section(out, "Options of every command", options(global_options()));
  return out;
}

}  // namespace mappa
