#include "nomis/exports.hpp"

using namespace mappa;

namespace {

std::vector<std::string> alerts(const Found& result) {
  std::vector<std::string> out;
  for (const Alert& alert : only_person(result).alerts) out.push_back(text(alert));
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("alerts of a cell, sorted by type and code") {
  const Found result = read_column("alerts", "S:SOR; P:P33 ;;X:XNR");
  CHECK(result.problems.empty());
  CHECK(alerts(result) == Texts{"P:P33", "S:SOR", "X:XNR"});
}

TEST_CASE("inactive and expired alerts are kept as they came, and do not count") {
  const Found result = read_column("alerts", "P:P33:inactive;S:SOR:EXPIRED;X:XNR:active");
  CHECK(result.problems.empty());
  CHECK(alerts(result) == Texts{"P:P33:inactive", "S:SOR:expired", "X:XNR"});
  for (const Alert& alert : only_person(result).alerts) CHECK(alert.counts() == (alert.code == "XNR"));
}

TEST_CASE("type and code are put into canonical form, and a note says so") {
  for (const std::string came : {"p:p33", "P : P33", "P:P33.", "p:P33:Inactive"}) {
    CAPTURE(came);
    const Found result = read_column("alerts", came);
    CHECK(only_person(result).alerts[0].code == "P33");
    CHECK(only_problem(result, "nomis.repaired").value == came);
  }
}

TEST_CASE("what is no alert rejects the row") {
  for (const std::string came :
       {"P:P33:extra:word", "P:", "::", "P:P 33", "P33/P44", "P:P33:active:inactive", "P:NULL", "ACTIVE:P33",
        "P:P33:until 2400-01-01"}) {
    CAPTURE(came);
    const Found result = read_column("alerts", came);
    CHECK(result.rejected == 1);
    CHECK(only_problem(result, "nomis.alert").value == came);
  }
  const Found two = read_column("alerts", "P:P33;?;S:SOR;!");
  CHECK(count(two, "nomis.alert") == 2);
}

TEST_CASE("a type or a day of an alert that stands for none is none, as it is in JSON") {
  CHECK(alerts(read_column("alerts", "NULL:SOR;P:P33:until 2199-12-31;X:XNR:from 2024-01-02:until 2121-12-31")) ==
        Texts{"SOR", "P:P33", "X:XNR:from 2024-01-02"});
}

TEST_CASE("the same alert six times is kept once, with one note") {
  const Found result = read_column("alerts", "P:P33;P:P33;P:P33;P:P33;P:P33;P:P33");
  CHECK(alerts(result) == Texts{"P:P33"});
  const Problem note = only_problem(result, "nomis.alert-repeated");
  CHECK(note.weight == Weight::note);
  CHECK(note.value == "P:P33");
  CHECK(note.what == "The same alert came 6 times; it was taken once.");
}

TEST_CASE("of one alert in several states the active one is kept, with a note") {
  for (const std::string came :
       {"P:P33:inactive;P:P33", "P:P33;P:P33:inactive", "P:P33:expired;P:P33;P:P33:inactive"}) {
    const Found result = read_column("alerts", came);
    CHECK(alerts(result) == Texts{"P:P33"});
    CHECK(only_problem(result, "nomis.alert-states").weight == Weight::note);
  }
}

TEST_CASE("an alert that is both active and expired is kept as expired, with a warning") {
  const Found csv = read_column("alerts", "P:P33:active:expired");
  CHECK(alerts(csv) == Texts{"P:P33:expired"});
  CHECK(only_problem(csv, "nomis.alert-expired").weight == Weight::warning);

  const Found json = read(
      R"([{"prisonerNumber": "A1234BC", "alerts": [
          {"alertType": "P", "alertCode": "P33", "active": true, "expired": true}]}])");
  CHECK(alerts(json) == Texts{"P:P33:expired"});
  CHECK(only_problem(json, "nomis.alert-expired").weight == Weight::warning);
}

TEST_CASE("a MAPPA code under another type, or under none, is kept as it came, with a warning") {
  CHECK(alerts(read_column("alerts", "X:P33")) == Texts{"X:P33"});
  CHECK(only_problem(read_column("alerts", "X:P33"), "nomis.alert-type").weight == Weight::warning);
  CHECK(alerts(read_column("alerts", "P33")) == Texts{"P33"});
  CHECK(only_problem(read_column("alerts", "P33"), "nomis.alert-type").what ==
        "A MAPPA code without an alert type; it was kept as it came.");
  CHECK(only_problem(read_column("alerts", "X:PL1"), "nomis.alert-type").value ==
        "X:PL1");  // withdrawn ones too
  CHECK(read_column("alerts", "SOR;X:XNR").problems.empty());
}

TEST_CASE("an end so far away that it stands for none is none, with a note, in a cell as in the JSON") {
  const Found csv = read_column("alerts", "P:P33:until 2199-01-01;S:SOR:until 2026-12-31");
  CHECK(alerts(csv) == Texts{"P:P33", "S:SOR:until 2026-12-31"});
  CHECK(only_problem(csv, "nomis.date-none").weight == Weight::note);
  CHECK(only_problem(csv, "nomis.date-none").value == "P:P33:until 2199-01-01");
  const Found json = read(
      R"([{"prisonerNumber": "A1234BC", "alerts": [
          {"alertType": "P", "alertCode": "P33", "dateExpires": "2121-12-31"}]}])");
  CHECK(alerts(json) == Texts{"P:P33"});
  CHECK(only_problem(json, "nomis.date-none").value == "P:P33");
}

TEST_CASE("an end that is too far away to be right, and stands for none neither, rejects the row") {
  const Found result = read_column("alerts", "P:P33:until 2300-01-05");
  CHECK(result.rejected == 1);
  CHECK(only_problem(result, "nomis.alert").what == "The year is too far away to be right.");
}

TEST_CASE("of alerts in one state the one that gives most days is kept, and they count as the same") {
  for (const std::string came : {"P:P33;P:P33:from 2024-01-02", "P:P33:from 2024-01-02;P:P33"}) {
    const Found result = read_column("alerts", came);
    CHECK(alerts(result) == Texts{"P:P33:from 2024-01-02"});
    CHECK(only_problem(result, "nomis.alert-repeated").value == "P:P33:from 2024-01-02");
  }
}

TEST_CASE("an alert that ended before the export counts no more, whether it says so or not") {
  const Found silent = read_column("alerts", "P:P33:until 2026-11-19;S:SOR:until 2026-11-20");
  CHECK(alerts(silent) == Texts{"P:P33:expired:until 2026-11-19", "S:SOR:until 2026-11-20"});
  CHECK(only_problem(silent, "nomis.alert-expired").weight == Weight::warning);
  CHECK(read_column("alerts", "P:P33:expired:until 2026-11-19").problems.empty());
}

TEST_CASE("a withdrawn MAPPA code is kept as it came, and counts: the verdict says that it is withdrawn") {
  const Found result = read_column("alerts", "P:P0;P:PC1;P:PL2");
  CHECK(result.problems.empty());
  CHECK(alerts(result) == Texts{"P:P0", "P:PC1", "P:PL2"});
  for (const Alert& alert : only_person(result).alerts) CHECK(alert.counts());
}

TEST_CASE("alerts of the JSON") {
  const Found result = read(R"([{"prisonerNumber": "A1234BC", "alerts": [
      {"alertType": "S", "alertCode": "SOR", "active": false, "expired": true},
      {"alertType": "P", "alertCode": "P33", "active": true, "expired": false,
       "comment": "unknown members are left out"},
      {"alertType": "X", "alertCode": "XNR"},
      {"alertType": null, "alertCode": "HA", "active": null}]}])");
  CHECK(result.problems.empty());
  CHECK(alerts(result) == Texts{"HA", "P:P33", "S:SOR:inactive:expired", "X:XNR"});
}

TEST_CASE("what is no alert in the JSON rejects the record") {
  const std::pair<const char*, const char*> wrong[] = {
      {R"("P:P33")", "The alert is no object."},
      {"null", "The alert is no object."},
      {"{}", "The alert has no alertCode."},
      {R"({"alertType": "P", "alertCode": null})", "The alert has no alertCode."},
      {R"({"alertType": "P", "alertCode": "NULL"})", "The alert has no alertCode."},
      {R"({"alertType": "P", "alertCode": 33})", "The alert's alertCode is not a text."},
      {R"({"alertType": {"code": "P"}, "alertCode": "P33"})", "The alert's alertType is not a text."},
      {R"({"alertType": "P", "alertCode": "P33", "active": "Y"})",
       "The alert's active is not true or false."},
      {R"({"alertType": "P", "alertCode": "P33", "alertCode": "P44"})", "The alert has alertCode twice."},
      {R"({"alertCode": "P:P33"})", "It is no alert."},
      {R"({"alertType": "P", "alertCode": "active"})", "It is no alert."},
      {R"({"alertType": "P", "alertCode": "P-33"})", "It is no alert."},
  };
  for (const auto& each : wrong) {
    CAPTURE(each.first);
    const Found result =
        read(std::string(R"([{"prisonerNumber": "A1234BC", "alerts": [)") + each.first + "]}]");
    CHECK(result.rejected == 1);
    const Problem problem = only_problem(result, "nomis.alert");
    CHECK(problem.what == each.second);
    CHECK(problem.field == "alerts");
  }
}
