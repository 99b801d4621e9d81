// mustache fills the template: every value in it is escaped, since it stands in two braces and never in three.
#include "mappa/report/html_page.hpp"

#include <algorithm>

#include <kainjow/mustache.hpp>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

using Data = kainjow::mustache::data;
using List = kainjow::mustache::list;

// Without its styles, which some mail programs take away, it reads from top to bottom all the same. The text and
// the ground have the reader's own colours, and what has one of ours has another on a dark ground.
// What repeats is put together without line ends but its own: mustache would leave an empty line for each section.
constexpr const char* document =
    R"(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{title}}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; font: 1rem/1.45 system-ui, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1.05rem; margin: 1.6rem 0 0; padding-bottom: .3rem; border-bottom: 2px solid #888; }
p { margin: .5rem 0; white-space: pre-wrap; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .6rem 0; border-bottom: 1px solid #ccc; }
li:last-child { border-bottom: 0; }
li p { margin: .1rem 0 0; }
.mark { margin-right: .4rem; }
.overdue, .not-met { color: #a4001d; }
.no-date, .unknown { color: #7a4500; }
.due { color: #00507f; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .2rem 1.2rem .2rem 0; text-align: left; vertical-align: top; font-weight: normal; }
tbody th { white-space: nowrap; }
thead th { border-bottom: 2px solid #888; }
.wide { overflow-x: auto; }
.wide td { min-width: 6rem; }
code { font: .9rem/1.4 ui-monospace, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  .overdue, .not-met { color: #ff8f8a; }
  .no-date, .unknown { color: #ffbf66; }
  .due { color: #8cc8ff; }
  li { border-color: #444; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  li, tr { break-inside: avoid; }
}
</style>
</head>
<body>
)"
    "{{#headed}}<h1>{{title}}</h1>\n{{/headed}}"
    "{{#blocks}}"
    "{{#line}}<p>{{text}}</p>\n{{/line}}"
    "{{#pairs}}<table><tbody>\n{{#rows}}<tr><th scope=\"row\">{{name}}</th><td>{{value}}</td></tr>\n{{/rows}}</tbody></table>\n{{/pairs}}"
    "{{#table}}<div class=\"wide\"><table>\n"
    "<thead><tr>{{#head}}<th scope=\"col\">{{cell}}</th>{{/head}}</tr></thead>\n"
    "<tbody>\n{{#rows}}<tr>{{#cells}}<td>{{cell}}</td>{{/cells}}</tr>\n{{/rows}}</tbody>\n"
    "</table></div>\n{{/table}}"
    "{{#findings}}{{#heading}}<h2>{{words}}</h2>\n{{/heading}}"
    "<ul>\n{{#items}}<li>{{#mark}}<strong class=\"mark {{kind}}\">{{words}}</strong> {{/mark}}<strong>{{title}}</strong>\n"
    "{{#lines}}<p>{{text}}</p>\n{{/lines}}{{#command}}<p><code>{{words}}</code></p>\n{{/command}}</li>\n{{/items}}</ul>\n{{/findings}}"
    "{{/blocks}}"
    "</body>\n</html>\n";

// The library's own escaping, but for the apostrophe, whose name HTML 4 and the mail programs of its time do not know.
std::string escaped(const std::string& text) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at; (at = text.find('\'', from)) != std::string::npos; from = at + 1)
    out += kainjow::mustache::html_escape(text.substr(from, at - from)) + "&#39;";
  return out + kainjow::mustache::html_escape(text.substr(from));
}

Data words(const std::string& text) { return {"words", safe(text)}; }

// A section that stands only where there is something to say.
void set_if_any(Data& data, const std::string& name, const std::string& text) { data.set(name, text.empty() ? Data(false) : words(text)); }

template <class Items, class Make>
List listed(const Items& items, Make make) {
  List out;
  for (const auto& item : items) out.push_back(make(item));
  return out;
}

Data cells_of(const std::vector<std::string>& texts) {
  return listed(texts, [](const std::string& text) { return Data("cell", safe(text.empty() ? "-" : text)); });
}

// "NO DATE" as a class: no-date.
std::string kind_of(const std::string& mark) {
  std::string out = lower(mark);
  std::ranges::replace(out, ' ', '-');
  return out;
}

Data item_data(const FindingList::Item& item) {
  Data out;
  set_if_any(out, "mark", item.mark);
  out.set("kind", kind_of(item.mark));
  out.set("title", safe(item.title));
  out.set("lines", listed(item.lines, [](const std::string& line) { return Data("text", safe(line)); }));
  set_if_any(out, "command", item.command);
  return out;
}

// One block under its own name; what has another name is not there.
struct Named {
  Data operator()(const Line& line) const { return {"line", line.text.empty() ? Data(false) : Data("text", safe(line.text))}; }

  Data operator()(const Pairs& pairs) const {
    return {"pairs", Data("rows", listed(pairs.rows, [](const auto& row) {
              Data out("name", safe(row.first));
              out.set("value", safe(row.second));
              return out;
            }))};
  }

  Data operator()(const Table& table) const {
    Data out("head", cells_of(table.head));
    out.set("rows", listed(table.rows, [](const auto& row) { return Data("cells", cells_of(row)); }));
    return {"table", out};
  }

  Data operator()(const FindingList& list) const {
    Data out("items", listed(list.items, item_data));
    set_if_any(out, "heading", list.heading);
    return {"findings", out};
  }
};

}  // namespace

std::string html(const Page& page) {
  Data data("title", safe(page.title.empty() ? "mappa" : page.title));
  data.set("headed", !page.title.empty());
  data.set("blocks", listed(page.blocks, [](const Block& block) { return std::visit(Named{}, block); }));
  kainjow::mustache::mustache filled(document);
  filled.set_custom_escape(escaped);
  return filled.render(data);
}

}  // namespace mappa
