#include "transcript.hpp"

#include <algorithm>
#include <stdexcept>

namespace transcripts {
namespace {

using Lines = std::vector<std::string>;

constexpr auto no_newline = "\\ no newline";

// Without the newlines; "a\n" and "a" are one line each.
Lines lines(std::string_view text) {
  Lines all;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

bool opens(const std::string& line) { return line.starts_with("$ "); }
bool goes_on(const std::string& line) { return line.starts_with("> ") || line == ">"; }
bool prose(const std::string& line) { return line.starts_with('#'); }

bool condition(const std::string& line) { return line.starts_with("? "); }

bool exit_code(const std::string& line) {
  return line.size() > 2 && line.front() == '[' && line.back() == ']' &&
         std::all_of(line.begin() + 1, line.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

bool misread(const std::string& line) {
  return prose(line) || opens(line) || goes_on(line) || line.starts_with('\\') || line.starts_with("! ") ||
         line == "!" || exit_code(line);
}

// Blank lines at the end of what is expected only separate: they go in front of what follows.
Lines split_blank_end(Lines& expected) {
  Lines blank;
  while (!expected.empty() && expected.back().empty()) {
    blank.emplace_back();
    expected.pop_back();
  }
  return blank;
}

void put(std::string& text, const Lines& all) {
  for (const auto& line : all) text += line + '\n';
}

void render_out(const std::string& out, Lines& all) {
  const auto printed = lines(out);
  for (std::size_t at = 0; at < printed.size(); ++at) {
    const bool blank_end = printed[at].empty() && at + 1 == printed.size();
    all.push_back((blank_end || misread(printed[at]) ? "\\" : "") + printed[at]);
  }
  if (!out.empty() && out.back() != '\n') all.emplace_back(no_newline);
}

void render_err(const std::string& err, Lines& all) {
  for (const auto& line : lines(err)) all.push_back(line.empty() ? "!" : "! " + line);
  if (!err.empty() && err.back() != '\n') all.emplace_back(no_newline);
}

}  // namespace

Transcript parse(std::string_view text, const std::string& name) {
  Transcript transcript;
  Lines before;
  bool in_step = false;
  std::size_t number = 0;
  for (const auto& line : lines(text)) {
    ++number;
    auto& steps = transcript.steps;
    if (opens(line)) {
      if (in_step) before = split_blank_end(steps.back().expected);
      steps.push_back({std::move(before), {line}, {}, number});
      before.clear();
      in_step = true;
    } else if (in_step && goes_on(line) && steps.back().expected.empty()) {
      steps.back().command.push_back(line);
    } else if (in_step && !prose(line)) {
      steps.back().expected.push_back(line);
    } else if (prose(line) || line.empty() || (steps.empty() && condition(line))) {
      if (in_step) before = split_blank_end(steps.back().expected);
      before.push_back(line);
      in_step = false;
    } else {
      throw std::runtime_error(name + ":" + std::to_string(number) +
                               ": neither prose (#) nor a command ($ ), and no command stands above it");
    }
  }
  if (in_step) before = split_blank_end(transcript.steps.back().expected);
  transcript.after = std::move(before);
  return transcript;
}

std::vector<std::string> conditions(const Transcript& transcript) {
  Lines all;
  if (transcript.steps.empty()) return all;
  for (const auto& line : transcript.steps.front().before) {
    if (condition(line)) all.push_back(line.substr(2));
  }
  return all;
}

std::string print(const Transcript& transcript) {
  std::string text;
  for (const auto& step : transcript.steps) {
    put(text, step.before);
    put(text, step.command);
    put(text, step.expected);
  }
  put(text, transcript.after);
  return text;
}

std::string command_line(const Step& step) {
  std::string text;
  for (const auto& line : step.command) text += (line.size() > 2 ? line.substr(2) : "") + '\n';
  return text;
}

std::vector<std::string> render(const Outcome& outcome) {
  Lines all;
  render_out(outcome.out, all);
  render_err(outcome.err, all);
  if (outcome.code != 0) all.push_back('[' + std::to_string(outcome.code) + ']');
  return all;
}

}  // namespace transcripts
