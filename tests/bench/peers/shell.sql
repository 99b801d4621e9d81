-- The import as one writes it for the sqlite3 shell: sqlite3 people.db ".read shell.sql", with the export as
-- export.csv in the current folder. The same script serves the first file and every later one.
.bail on
.output /dev/null
PRAGMA journal_mode = WAL;
.output
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;

BEGIN IMMEDIATE;

CREATE TABLE IF NOT EXISTS people(
  id INTEGER PRIMARY KEY,
  prison_number TEXT NOT NULL UNIQUE CHECK(prison_number GLOB '[A-Z][0-9][0-9][0-9][0-9][A-Z][A-Z]'),
  surname TEXT, first_name TEXT, middle_names TEXT, birth_date TEXT, nationality TEXT, pnc TEXT, cro TEXT,
  booking_id TEXT, booking_number TEXT, prison_id TEXT, status TEXT, in_out TEXT,
  recall INTEGER CHECK(recall IN (0, 1)), youth INTEGER CHECK(youth IN (0, 1)), legal_status TEXT, alerts TEXT,
  sentence_start TEXT, release_date TEXT, conditional_release TEXT, curfew_eligibility TEXT, sentence_expiry TEXT,
  licence_expiry TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS people_by_prison ON people(prison_id);
CREATE INDEX IF NOT EXISTS people_by_release ON people(conditional_release);
CREATE INDEX IF NOT EXISTS people_by_surname ON people(surname);

CREATE TABLE IF NOT EXISTS audit(
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, prison_number TEXT NOT NULL, old TEXT, new TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS rejects(id INTEGER PRIMARY KEY, line INTEGER, reason TEXT NOT NULL, row TEXT) STRICT;

CREATE TRIGGER IF NOT EXISTS people_added AFTER INSERT ON people BEGIN
  INSERT INTO audit(at, prison_number, new) VALUES (datetime('now'), NEW.prison_number, json_object(
    'prison_number', NEW.prison_number, 'surname', NEW.surname, 'first_name', NEW.first_name,
    'middle_names', NEW.middle_names, 'birth_date', NEW.birth_date, 'nationality', NEW.nationality, 'pnc', NEW.pnc,
    'cro', NEW.cro, 'booking_id', NEW.booking_id, 'booking_number', NEW.booking_number, 'prison_id', NEW.prison_id,
    'status', NEW.status, 'in_out', NEW.in_out, 'recall', NEW.recall, 'youth', NEW.youth,
    'legal_status', NEW.legal_status, 'alerts', NEW.alerts, 'sentence_start', NEW.sentence_start,
    'release_date', NEW.release_date, 'conditional_release', NEW.conditional_release,
    'curfew_eligibility', NEW.curfew_eligibility, 'sentence_expiry', NEW.sentence_expiry,
    'licence_expiry', NEW.licence_expiry));
END;
CREATE TRIGGER IF NOT EXISTS people_changed AFTER UPDATE ON people BEGIN
  INSERT INTO audit(at, prison_number, old, new) VALUES (datetime('now'), NEW.prison_number, json_object(
    'prison_number', OLD.prison_number, 'surname', OLD.surname, 'first_name', OLD.first_name,
    'middle_names', OLD.middle_names, 'birth_date', OLD.birth_date, 'nationality', OLD.nationality, 'pnc', OLD.pnc,
    'cro', OLD.cro, 'booking_id', OLD.booking_id, 'booking_number', OLD.booking_number, 'prison_id', OLD.prison_id,
    'status', OLD.status, 'in_out', OLD.in_out, 'recall', OLD.recall, 'youth', OLD.youth,
    'legal_status', OLD.legal_status, 'alerts', OLD.alerts, 'sentence_start', OLD.sentence_start,
    'release_date', OLD.release_date, 'conditional_release', OLD.conditional_release,
    'curfew_eligibility', OLD.curfew_eligibility, 'sentence_expiry', OLD.sentence_expiry,
    'licence_expiry', OLD.licence_expiry), json_object(
    'prison_number', NEW.prison_number, 'surname', NEW.surname, 'first_name', NEW.first_name,
    'middle_names', NEW.middle_names, 'birth_date', NEW.birth_date, 'nationality', NEW.nationality, 'pnc', NEW.pnc,
    'cro', NEW.cro, 'booking_id', NEW.booking_id, 'booking_number', NEW.booking_number, 'prison_id', NEW.prison_id,
    'status', NEW.status, 'in_out', NEW.in_out, 'recall', NEW.recall, 'youth', NEW.youth,
    'legal_status', NEW.legal_status, 'alerts', NEW.alerts, 'sentence_start', NEW.sentence_start,
    'release_date', NEW.release_date, 'conditional_release', NEW.conditional_release,
    'curfew_eligibility', NEW.curfew_eligibility, 'sentence_expiry', NEW.sentence_expiry,
    'licence_expiry', NEW.licence_expiry));
END;

CREATE TEMP TABLE before AS SELECT coalesce(max(id), 0) AS id FROM audit;
CREATE TEMP TABLE staging(
  prison_number TEXT, surname TEXT, first_name TEXT, middle_names TEXT, birth_date TEXT, nationality TEXT, pnc TEXT,
  cro TEXT, booking_id TEXT, booking_number TEXT, prison_id TEXT, status TEXT, in_out TEXT, recall TEXT, youth TEXT,
  legal_status TEXT, alerts TEXT, sentence_start TEXT, release_date TEXT, conditional_release TEXT,
  curfew_eligibility TEXT, sentence_expiry TEXT, licence_expiry TEXT
);
.import --csv --skip 1 export.csv staging

-- A row with too few cells ends in NULL. One with too many has its cells shifted, and fails at a date or a flag.
CREATE TEMP TABLE judged AS SELECT rowid AS row, CASE
  WHEN licence_expiry IS NULL THEN 'cells'
  WHEN prison_number NOT GLOB '[A-Z][0-9][0-9][0-9][0-9][A-Z][A-Z]' THEN 'prison number'
  WHEN NOT (birth_date = '' OR birth_date IS date(birth_date, '+0 days')) THEN 'birth date'
  WHEN NOT (sentence_start = '' OR sentence_start IS date(sentence_start, '+0 days')) THEN 'sentence start'
  WHEN NOT (release_date = '' OR release_date IS date(release_date, '+0 days')) THEN 'release date'
  WHEN NOT (conditional_release = '' OR conditional_release IS date(conditional_release, '+0 days'))
    THEN 'conditional release date'
  WHEN NOT (curfew_eligibility = '' OR curfew_eligibility IS date(curfew_eligibility, '+0 days'))
    THEN 'curfew eligibility date'
  WHEN NOT (sentence_expiry = '' OR sentence_expiry IS date(sentence_expiry, '+0 days')) THEN 'sentence expiry'
  WHEN NOT (licence_expiry = '' OR licence_expiry IS date(licence_expiry, '+0 days')) THEN 'licence expiry'
  WHEN recall NOT IN ('true', 'false', '') THEN 'recall'
  WHEN youth NOT IN ('true', 'false', '') THEN 'youth'
  WHEN alerts GLOB '*[^A-Za-z0-9:;]*' THEN 'alerts'
END AS reason FROM staging WHERE reason IS NOT NULL;

INSERT INTO rejects(line, reason, row)
  SELECT judged.row + 1, reason, json_array(prison_number, surname, first_name, birth_date, booking_id)
  FROM judged JOIN staging ON staging.rowid = judged.row;
DELETE FROM staging WHERE rowid IN (SELECT row FROM judged);

INSERT INTO people(prison_number, surname, first_name, middle_names, birth_date, nationality, pnc, cro, booking_id,
    booking_number, prison_id, status, in_out, recall, youth, legal_status, alerts, sentence_start, release_date,
    conditional_release, curfew_eligibility, sentence_expiry, licence_expiry)
  SELECT prison_number, nullif(surname, ''), nullif(first_name, ''), nullif(middle_names, ''), nullif(birth_date, ''),
    nullif(nationality, ''), nullif(pnc, ''), nullif(cro, ''), nullif(booking_id, ''), nullif(booking_number, ''),
    nullif(prison_id, ''), nullif(status, ''), nullif(in_out, ''),
    CASE recall WHEN 'true' THEN 1 WHEN 'false' THEN 0 END, CASE youth WHEN 'true' THEN 1 WHEN 'false' THEN 0 END,
    nullif(legal_status, ''), nullif(alerts, ''), nullif(sentence_start, ''), nullif(release_date, ''),
    nullif(conditional_release, ''), nullif(curfew_eligibility, ''), nullif(sentence_expiry, ''),
    nullif(licence_expiry, '')
  FROM staging WHERE true
  ON CONFLICT(prison_number) DO UPDATE SET
    surname = excluded.surname, first_name = excluded.first_name, middle_names = excluded.middle_names,
    birth_date = excluded.birth_date, nationality = excluded.nationality, pnc = excluded.pnc, cro = excluded.cro,
    booking_id = excluded.booking_id, booking_number = excluded.booking_number, prison_id = excluded.prison_id,
    status = excluded.status, in_out = excluded.in_out, recall = excluded.recall, youth = excluded.youth,
    legal_status = excluded.legal_status, alerts = excluded.alerts, sentence_start = excluded.sentence_start,
    release_date = excluded.release_date, conditional_release = excluded.conditional_release,
    curfew_eligibility = excluded.curfew_eligibility, sentence_expiry = excluded.sentence_expiry,
    licence_expiry = excluded.licence_expiry
  WHERE excluded.surname IS NOT people.surname OR excluded.first_name IS NOT people.first_name
    OR excluded.middle_names IS NOT people.middle_names OR excluded.birth_date IS NOT people.birth_date
    OR excluded.nationality IS NOT people.nationality OR excluded.pnc IS NOT people.pnc
    OR excluded.cro IS NOT people.cro OR excluded.booking_id IS NOT people.booking_id
    OR excluded.booking_number IS NOT people.booking_number OR excluded.prison_id IS NOT people.prison_id
    OR excluded.status IS NOT people.status OR excluded.in_out IS NOT people.in_out
    OR excluded.recall IS NOT people.recall OR excluded.youth IS NOT people.youth
    OR excluded.legal_status IS NOT people.legal_status OR excluded.alerts IS NOT people.alerts
    OR excluded.sentence_start IS NOT people.sentence_start OR excluded.release_date IS NOT people.release_date
    OR excluded.conditional_release IS NOT people.conditional_release
    OR excluded.curfew_eligibility IS NOT people.curfew_eligibility
    OR excluded.sentence_expiry IS NOT people.sentence_expiry OR excluded.licence_expiry IS NOT people.licence_expiry;

COMMIT;

.mode list
.separator " "
SELECT 'new', count(*) FILTER (WHERE old IS NULL) FROM audit WHERE id > (SELECT id FROM before);
SELECT 'changed', count(*) FROM audit WHERE id > (SELECT id FROM before) AND old IS NOT NULL;
SELECT 'unchanged', (SELECT count(*) FROM staging) - count(*) FROM audit WHERE id > (SELECT id FROM before);
SELECT 'rejected', count(*) FROM judged;
