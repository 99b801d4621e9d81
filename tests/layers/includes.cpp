#include <algorithm>
#include <map>
#include <optional>

#include "checks.hpp"
#include "table.hpp"

namespace layers {
namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(const Names& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "no other layer" : text;
}

const Layer* named(const std::string& name) {
  for (const auto& layer : table()) {
    if (layer.name == name) return &layer;
  }
  return nullptr;
}

// What the tests of a layer may do: as the layer, without limits, and with doctest.
Layer tests_of(const Layer& layer) {
  Layer tests = layer;
  tests.name = "tests of " + layer.name;
  tests.uses.insert(tests.uses.begin(), layer.name);
  tests.never.clear();
  for (auto& allowed : tests.libraries) allowed = {allowed.library, any, any};
  tests.libraries.push_back({"doctest", any, any});
  tests.libraries.push_back({"POSIX", any, 0});
  return tests;
}

std::optional<Layer> layer_of(const std::string& path) {
  if (path.starts_with("tests/")) {
    const auto* tested = named(path.substr(6, path.find('/', 6) - 6));
    if (tested && tested->name != "tests") return tests_of(*tested);
  }
  for (const auto& layer : table()) {
    if (path.starts_with(layer.folder)) return layer;
  }
  return std::nullopt;
}

const Library* library_of(const std::string& header) {
  for (const auto& library : libraries()) {
    for (const auto& known : library.headers) {
      if (known.ends_with('/') ? header.starts_with(known) : header == known) return &library;
    }
  }
  return nullptr;
}

// A header of the standard library: <vector>, but no "vector.hpp" and no <sys/stat.h>.
bool standard(const std::string& header) { return header.find_first_of("./") == std::string::npos; }

bool is_header(const std::string& path) { return !path.ends_with(".cpp"); }

// Which files of a layer have included a library so far, headers and sources apart.
using Users = std::map<std::string, Names>;

// What is wrong with a third-party include; empty when nothing is.
std::string judge_library(const Library& library, const Layer& layer, const std::string& path, Users& users) {
  if (library.name == "fmt") return {};
  const auto& all = layer.libraries;
  const auto allowed =
      std::find_if(all.begin(), all.end(), [&](const Allowed& a) { return a.library == library.name; });
  if (allowed == all.end()) return layer.name + " does without " + library.name;

  const bool header = is_header(path);
  const int most = header ? allowed->headers : allowed->sources;
  if (most == any) return {};
  if (most == 0) return layer.name + " includes " + library.name + " in a .cpp, never in a header";

  auto& files = users[layer.name + (header ? " header " : " source ") + library.name];
  if (!has(files, path)) files.push_back(path);
  const auto limit = static_cast<std::size_t>(most);
  if (files.size() <= limit) return {};
  return layer.name + " includes " + library.name + " in one file only, and that is " + files.front();
}

std::string judge_own(const std::string& header, const Layer& layer) {
  const auto name = header.substr(6, header.find('/', 6) - 6);
  if (name == layer.name || has(layer.uses, name)) return {};
  if (!named(name)) return "there is no layer '" + name + "'";
  return layer.name + " may include " + joined(layer.uses) + "; not " + name;
}

std::string judge(const std::string& header, const Layer& layer, const std::string& path, Users& users) {
  if (header.find("..") != std::string::npos) return "write it from the include root, without '..'";
  if (header.starts_with("mappa/")) return judge_own(header, layer);
  if (const auto* library = library_of(header)) return judge_library(*library, layer, path, users);
  if (standard(header)) {
    return has(layer.never, header) ? layer.name + " does without <" + header + ">" : std::string();
  }
  if (path.starts_with("lib/"))
    return "neither below mappa/ nor of a library in the table (tests/layers/table.cpp)";
  return {};  // a neighbour in cli or tests
}

}  // namespace

std::vector<Mistake> check_includes(const std::vector<Source>& sources) {
  std::vector<Mistake> found;
  Users users;
  for (const auto& source : sources) {
    const auto layer = layer_of(source.path);
    if (!layer) {
      found.push_back({source.path, 1, "this folder is no layer of the table (tests/layers/table.cpp)"});
      continue;
    }
    for (const auto& token : source.tokens) {
      if (token.kind != Kind::include) continue;
      const auto wrong = judge(token.value.substr(1, token.value.size() - 2), *layer, source.path, users);
      if (!wrong.empty())
        found.push_back({source.path, token.line, "#include " + token.value + ": " + wrong});
    }
  }
  return found;
}

}  // namespace layers
