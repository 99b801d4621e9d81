query("SELECT number FROM entries");
query("INSERT OR IGNORE "
      "INTO cases VALUES (?)");
query(R"(
  DELETE
  FROM cases)");
query("BEGIN IMMEDIATE");
query("COMMIT");
query("PRAGMA user_version");
query("select number, body from entries");
query("select * from entries");
query("select body from entries");
query("update cases set level = 2");
query("delete from cases");
query("create table cases (number)");
query("with x as (SELECT 1)");
