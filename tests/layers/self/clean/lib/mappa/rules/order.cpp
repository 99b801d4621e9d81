// Looks like mistakes and is none: "SELECT a FROM b", system_clock, std::cout, #include <iostream>
/* #include "mappa/store/store.hpp"
   printf("x"); */
#include "mappa/rules/order.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <string>

#include "mappa/casebook/case.hpp"
#include "mappa/policy/policy.hpp"
#include "mappa/rules/finding.hpp"

const auto quote = '"';
const auto thousands = 1'000'000;
const auto a = "Select a person from the list, or update the level";
const auto b = "select one person from the list";
const auto c = "delete this line, insert the date and begin again";
const auto d = "BEGIN:VEVENT";
const auto e = "update the level set by the panel";
const auto f = "#include <iostream> \"system_clock\" // no comment";
const auto g = R"x(std::cout << ")" )x";
const auto h = moment.time();
const auto i = release->time(0).clock();
const auto j = Meeting{.time = time(hours, minutes)};
Minutes time(Hours hours, Minutes minutes);
std::snprintf(text, sizeof text, "%d", 3);
report.print(page);
