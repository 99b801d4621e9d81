-- mappa check-release --all, as one writes it for the sqlite3 shell: sqlite3 facts.db ".read everybody.sql". One
-- statement over the tables that make_casebook writes: people as the export has them, and a table for each kind of
-- record. For everybody who has not been released: the outcome, the number, the name, the planned day; the question
-- that blocks first, or why it is outside the order; and how many more block.
.mode list
.separator |

WITH
asked(now, day) AS (VALUES ('2026-11-22T09:00', '2026-11-22')),

-- What alerts that count say together: codes that contradict each other say nothing.
flags AS (
  SELECT person,
    count(c.code) > 0 AS mappa,
    CASE WHEN min(category) = max(category) THEN min(category) END AS category,
    CASE WHEN min(level) = max(level) AND NOT max(to_be_confirmed) THEN min(level) END AS level,
    max(to_be_confirmed) AND min(level) IS NULL AS to_be_confirmed,
    max(a.code = 'SOR' OR a.type = 'S' AND a.code = 'SR') AS registered,
    max(a.code = 'XNR') AS not_for_release
  FROM alerts a LEFT JOIN codes c ON c.code = a.code WHERE a.counts GROUP BY person),

-- The plan that holds, and the last day on which it became another one.
plan AS (
  SELECT person, max(CASE newest WHEN 1 THEN at END) AS at, max(kind) AS kind,
    max(CASE WHEN at <> before THEN said_on END) AS changed_on, max(CASE WHEN at <> before THEN entry END) AS changed_by
  FROM (SELECT *, lag(at) OVER w AS before, row_number() OVER (PARTITION BY person ORDER BY said_on DESC, entry DESC) AS newest
    FROM release_plan WHERE at IS NOT NULL WINDOW w AS (PARTITION BY person ORDER BY said_on, entry))
  GROUP BY person),
-- The place that was recorded last; the record that began the stay in detention.
place AS (
  SELECT person, facility, max(said_on) AS said_on FROM location GROUP BY person),
arrival AS (
  SELECT l.person, min(l.said_on) AS "on", l.since
  FROM location l JOIN people p ON p.id = l.person LEFT JOIN facilities f ON f.id = p.place
  WHERE f.kind IS NOT 'prison' OR l.said_on >= p.exported_on GROUP BY l.person),
held_back AS (
  SELECT person, reason, max(said_on) AS said_on FROM hold GROUP BY person),
-- Of these several records say each something else.
about_person AS (
  SELECT person, max(born) AS born, max(CASE WHEN born IS NOT NULL THEN said_on END) AS born_said_on,
    max("foreign-national") AS foreign_national, max("time-served") AS time_served
  FROM person GROUP BY person),
about_sentence AS (
  SELECT person, max(kind) AS kind, max(CASE WHEN kind IS NOT NULL THEN said_on END) AS kind_said_on,
    max(ends) AS ends, max(CASE WHEN ends IS NOT NULL THEN said_on END) AS ends_said_on,
    max(CASE WHEN ends IS NOT NULL THEN entry END) AS ends_entry
  FROM sentence GROUP BY person),
papers AS (
  SELECT person, max(due) AS due, max(CASE WHEN due IS NOT NULL THEN said_on END) AS due_said_on,
    max(CASE WHEN due IS NOT NULL THEN entry END) AS due_entry,
    max(expires) AS expires, max(CASE WHEN expires IS NOT NULL THEN said_on END) AS expires_said_on,
    max(CASE WHEN expires IS NOT NULL THEN entry END) AS expires_entry, max("copy-held") AS copy_held
  FROM licence GROUP BY person),
notified AS (
  SELECT person, max(applies) AS applies, max(CASE WHEN applies IS NOT NULL THEN said_on END) AS applies_said_on,
    max(CASE WHEN applies IS NOT NULL THEN entry END) AS applies_entry, max("reissued-on") AS reissued
  FROM notification GROUP BY person),

-- Both sides of each fact, settled: a record about a later day than the export is used, else the stricter of the two.
settled AS (
  SELECT p.id, number, surname || ', ' || forenames AS name, exported_on,
    CASE WHEN plan.at >= asked.now THEN substr(plan.at, 1, 10) ELSE asked.day END AS day,
    plan.at, plan.kind AS destination, plan.changed_on AS plan_changed_on, plan.changed_by AS plan_changed_by,
    CASE WHEN place.facility IS NULL OR p.place NOT IN ('OUT', 'TRN') AND exported_on > place.said_on THEN p.place
      ELSE place.facility END AS place,
    p.nationality, ap.foreign_national, ap.time_served,
    CASE WHEN ap.born IS NULL OR ap.born_said_on <= exported_on AND p.born > ap.born THEN p.born ELSE ap.born END AS born,
    h.reason AS hold, h.said_on AS hold_said_on, coalesce(f.not_for_release, 0) AS not_for_release,
    p.recall AS recalled, r."from" AS recalled_from, r."to" AS recalled_to, r.said_on AS recall_said_on,
    CASE WHEN s.mappa IS NULL THEN nullif(f.mappa, 0) WHEN s.said_on > exported_on OR s.mappa OR f.mappa IS NOT 1 THEN s.mappa
      ELSE 1 END AS mappa,
    s.said_on AS mappa_said_on, s.entry AS mappa_entry,
    CASE WHEN c.category IS NULL THEN f.category
      WHEN f.category IS NULL OR c.said_on > exported_on OR c.category = f.category THEN c.category
      WHEN c.category = 1 OR f.category = 1 THEN 1 WHEN c.said_on = exported_on THEN c.category END AS category,
    c.said_on AS category_said_on, c.entry AS category_entry,
    CASE WHEN l.level IS NULL THEN f.level WHEN f.level IS NULL OR l.said_on > exported_on THEN l.level
      ELSE max(f.level, l.level) END AS level,
    f.level AS shown_level, l.level AS recorded_level, l.said_on AS level_said_on, l.entry AS level_entry,
    f.to_be_confirmed,
    CASE WHEN n.applies IS NULL THEN nullif(f.registered, 0) WHEN n.applies_said_on > exported_on OR f.registered IS NOT 1
      THEN n.applies ELSE 1 END AS notification,
    f.registered AS registered_alert, n.applies AS notification_recorded, n.applies_said_on, n.applies_entry, n.reissued,
    CASE WHEN ase.kind IS NULL THEN p.indeterminate
      WHEN p.indeterminate IS NULL OR ase.kind_said_on > exported_on THEN ase.kind = 'indeterminate'
      ELSE max(p.indeterminate, ase.kind = 'indeterminate') END AS for_life,
    max(CASE WHEN p.indeterminate THEN exported_on ELSE '' END,
      CASE WHEN ase.kind = 'indeterminate' THEN ase.kind_said_on ELSE '' END) AS for_life_said_on,
    led.day AS shown_licence, pa.expires AS recorded_licence, pa.expires_said_on, pa.expires_entry,
    CASE WHEN pa.expires IS NULL THEN led.day WHEN led.day IS NULL OR pa.expires_said_on > exported_on THEN pa.expires
      ELSE max(led.day, pa.expires) END AS licence_ends,
    sed.day AS shown_sentence, ase.ends AS recorded_sentence, ase.ends_said_on, ase.ends_entry,
    CASE WHEN ase.ends IS NULL THEN sed.day WHEN sed.day IS NULL OR ase.ends_said_on > exported_on THEN ase.ends
      ELSE max(sed.day, ase.ends) END AS sentence_ends,
    pa.due, pa.due_said_on, pa.due_entry, pa.copy_held,
    om.name AS lead, om.provider, re."made-on" AS referred,
    ar."confirmed-on" AS confirmed, ar.entry AS confirmed_entry,
    arrival."on" AS arrived, arrival.since AS arrived_since
  FROM people p JOIN asked
  LEFT JOIN flags f ON f.person = p.id
  LEFT JOIN plan ON plan.person = p.id
  LEFT JOIN place ON place.person = p.id
  LEFT JOIN arrival ON arrival.person = p.id
  LEFT JOIN held_back h ON h.person = p.id
  LEFT JOIN about_person ap ON ap.person = p.id
  LEFT JOIN about_sentence ase ON ase.person = p.id
  LEFT JOIN papers pa ON pa.person = p.id
  LEFT JOIN notified n ON n.person = p.id
  LEFT JOIN recall r ON r.person = p.id
  LEFT JOIN status s ON s.person = p.id
  LEFT JOIN category c ON c.person = p.id
  LEFT JOIN level l ON l.person = p.id
  LEFT JOIN offender_manager om ON om.person = p.id
  LEFT JOIN referral re ON re.person = p.id
  LEFT JOIN arrangements ar ON ar.person = p.id
  LEFT JOIN dates led ON led.person = p.id AND led.field = 'licenceExpiryDate'
  LEFT JOIN dates sed ON sed.person = p.id AND sed.field = 'sentenceExpiryDate'
  WHERE NOT EXISTS (SELECT 1 FROM released WHERE person = p.id)
  ORDER BY p.id),

-- Whether the order covers the release at all. Whether the person is a MAPPA offender; when the level changed; until when
-- a licence runs by the dates; a recall.
known AS (
  SELECT s.*, top.day AS supervision_ends,
    CASE
      WHEN f.country NOT IN ('England', 'Wales') THEN 'held at ' || f.name || ', ' || f.country || ': the order covers England and Wales'
      WHEN foreign_national = 0 THEN 'recorded as not a foreign national'
      WHEN foreign_national IS NULL AND lower(nationality) = 'british'
        THEN 'nationality ' || nationality || ': evidently not a foreign national'
      WHEN time_served = 0 THEN 'recorded as still serving the custodial part'
      WHEN f.kind = 'prison' THEN 'held at ' || f.name || ', a prison: the order covers releases from the immigration estate'
      WHEN destination <> 'community' THEN 'planned: ' || destination || ', not a release into the community'
    END AS outside,
    CASE
      WHEN mappa IS NOT 0 THEN mappa
      WHEN (category_said_on, category_entry) > (mappa_said_on, mappa_entry) THEN NULL
      WHEN (level_said_on, level_entry) > (mappa_said_on, mappa_entry) THEN NULL
      WHEN registered_alert AND exported_on > mappa_said_on THEN NULL
      WHEN notification_recorded AND (applies_said_on, applies_entry) > (mappa_said_on, mappa_entry) THEN NULL
      ELSE 0 END AS is_mappa,
    CASE
      WHEN shown_level IS NULL OR recorded_level IS NULL OR shown_level = recorded_level THEN NULL
      WHEN level_said_on < exported_on THEN CASE WHEN shown_level > recorded_level THEN exported_on END
      WHEN level_said_on = exported_on AND recorded_level < shown_level THEN NULL
      ELSE level_said_on END AS level_changed_on,
    CASE
      WHEN for_life THEN 'runs'
      WHEN coalesce(licence_ends, sentence_ends) IS NULL THEN NULL
      WHEN coalesce(licence_ends, sentence_ends) >= s.day THEN 'runs'
      WHEN top.day IS NULL AND licence_ends IS NULL AND s.day < date(born, '+18 years') THEN NULL
      WHEN top.day >= s.day AND s.day < date(born, '+18 years') THEN 'supervised'
      ELSE 'ended' END AS by_dates,
    recalled_to <= s.day AND (recalled_from IS NULL OR recalled_from <= recalled_to) AS recall_ended,
    (SELECT max(day) FROM dates WHERE person = s.id AND field IN ('postRecallReleaseDate', 'dtoPostRecallReleaseDate')) AS after_recall
  FROM settled s
  LEFT JOIN facilities f ON f.id = s.place
  LEFT JOIN dates top ON top.person = s.id AND top.field = 'topupSupervisionExpiryDate'),

-- Whether a licence runs, with what was recorded of it; whether the person is registered.
licensed AS (
  SELECT *,
    CASE
      WHEN due IS NULL THEN by_dates
      WHEN due AND by_dates IS NULL THEN 'runs'
      WHEN due AND by_dates = 'ended' AND due_said_on > coalesce(licence_ends, sentence_ends)
        AND NOT CASE WHEN licence_ends IS NOT NULL THEN coalesce((expires_said_on, expires_entry) >= (due_said_on, due_entry), 0)
          ELSE coalesce((ends_said_on, ends_entry) >= (due_said_on, due_entry), 0) END THEN 'runs'
      WHEN due THEN by_dates
      WHEN by_dates IN ('runs', 'supervised') AND due_said_on <= CASE
          WHEN for_life THEN for_life_said_on
          WHEN by_dates = 'supervised' THEN exported_on
          WHEN licence_ends IS NOT NULL THEN max(CASE shown_licence WHEN licence_ends THEN exported_on ELSE '' END,
            CASE recorded_licence WHEN licence_ends THEN expires_said_on ELSE '' END)
          ELSE max(CASE shown_sentence WHEN sentence_ends THEN exported_on ELSE '' END,
            CASE recorded_sentence WHEN sentence_ends THEN ends_said_on ELSE '' END) END THEN by_dates
      ELSE 'not due' END AS licence,
    CASE
      WHEN category = 1 THEN 1
      WHEN notification IS NOT NULL THEN notification
      WHEN category IS NOT NULL OR is_mappa = 0 THEN 0 END AS registered
  FROM known),

supervised AS (
  SELECT *, CASE
    WHEN licence IN ('runs', 'supervised') OR supervision_ends >= day THEN 1
    WHEN licence IS NOT NULL THEN 0 END AS supervised
  FROM licensed),

-- What each rule that blocks answers: 0 in order, or not asked; 1 not known; 2 waits for another answer; 3 not met.
answers AS (
  SELECT number, name, at, outside,
    CASE
      WHEN hold <> 'none' OR hold = 'none' AND hold_said_on > day THEN 3
      WHEN NOT not_for_release OR hold = 'none' AND hold_said_on >= exported_on THEN 0
      ELSE 3 END AS hold,
    CASE
      WHEN recalled_from <= day AND recall_ended IS NOT 1 THEN 3
      WHEN recalled IS NOT 1 OR recall_ended AND (recalled_to >= exported_on OR recall_said_on >= exported_on) THEN 0
      WHEN after_recall <= day THEN 1
      ELSE 3 END AS recall,
    CASE
      WHEN is_mappa = 0 THEN 0 WHEN is_mappa IS NULL THEN 2
      WHEN confirmed IS NULL OR level_changed_on > confirmed OR plan_changed_on > confirmed OR substr(at, 1, 10) <> day THEN 3
      WHEN level_changed_on = confirmed AND level_changed_on = level_said_on AND level_entry > confirmed_entry THEN 3
      WHEN plan_changed_on = confirmed AND plan_changed_by > confirmed_entry THEN 3
      ELSE 0 END AS arrangements,
    is_mappa IS NULL AS status,
    CASE WHEN is_mappa = 0 THEN 0 WHEN is_mappa IS NULL THEN 2 ELSE category IS NULL END AS category,
    CASE
      WHEN is_mappa = 0 THEN 0 WHEN is_mappa IS NULL THEN 2 WHEN level IS NOT NULL THEN 0 WHEN to_be_confirmed THEN 3 ELSE 1
    END AS level,
    CASE
      WHEN is_mappa = 0 THEN 0 WHEN is_mappa IS NULL THEN 2
      WHEN lead IS NULL THEN supervised IS NOT 0 OR registered IS NOT 0
      WHEN provider IS NULL THEN 1
      WHEN supervised = 0 AND registered AND provider <> 'police' THEN 3
      WHEN supervised AND provider = 'police' THEN 3
      WHEN supervised IS NULL AND provider = 'police' THEN 2
      ELSE 0 END AS lead,
    CASE
      WHEN is_mappa = 0 THEN 0 WHEN is_mappa IS NULL OR level IS NULL THEN 2 WHEN level = 1 THEN 0
      WHEN referred IS NULL OR level_changed_on > referred AND level = max(shown_level, recorded_level) THEN 3
      ELSE 0 END AS referral,
    CASE WHEN arrived IS NULL OR exported_on >= arrived THEN 0 WHEN arrived_since IS NULL THEN 1 ELSE 3 END AS arrival,
    CASE
      WHEN licence IN ('ended', 'not due') THEN 0 WHEN licence IS NULL THEN 1 WHEN copy_held IS NULL THEN 3 ELSE 0 END AS copy,
    CASE WHEN registered IS NULL THEN 2 WHEN registered AND reissued IS NULL THEN 3 ELSE 0 END AS paper
  FROM supervised)

-- What stands against any release comes first, then that for which others wait; what is not known, then what is not met.
SELECT
  CASE
    WHEN outside IS NOT NULL THEN 'OUTSIDE THE ORDER'
    WHEN 3 IN (hold, recall, arrangements, level, lead, referral, arrival, copy, paper) THEN 'NOT CLEAR'
    WHEN hold + recall + arrangements + status + category + level + lead + referral + arrival + copy + paper > 0 THEN 'CANNOT DECIDE'
    ELSE 'CLEAR' END,
  number, name, coalesce(substr(at, 1, 10), 'no plan'),
  CASE
    WHEN outside IS NOT NULL THEN outside
    WHEN recall = 1 THEN 'Free of any recall?'
    WHEN hold = 3 THEN 'Free of any hold?'
    WHEN recall = 3 THEN 'Free of any recall?'
    WHEN status = 1 THEN 'MAPPA status known?'
    WHEN category = 1 AND paper = 2 THEN 'Category known?'
    WHEN level = 1 THEN 'Level set?'
    WHEN copy = 1 AND lead = 2 THEN 'Licence copy in the person''s hands?'
    WHEN level = 3 THEN 'Level set?'
    WHEN category = 1 THEN 'Category known?'
    WHEN lead = 1 THEN 'Who manages the person?'
    WHEN arrival = 1 THEN 'NOMIS data newer than the arrival?'
    WHEN copy = 1 THEN 'Licence copy in the person''s hands?'
    WHEN arrangements = 3 THEN 'Arrangements for this release confirmed?'
    WHEN lead = 3 THEN 'Who manages the person?'
    WHEN referral = 3 THEN 'Referral made?'
    WHEN arrival = 3 THEN 'NOMIS data newer than the arrival?'
    WHEN copy = 3 THEN 'Licence copy in the person''s hands?'
    WHEN paper = 3 THEN 'Notification requirements issued again?' END,
  CASE WHEN outside IS NULL THEN max(0, (hold IN (1, 3)) + (recall IN (1, 3)) + (arrangements IN (1, 3)) + status +
    (category IN (1, 3)) + (level IN (1, 3)) + (lead IN (1, 3)) + (referral IN (1, 3)) + (arrival IN (1, 3)) + (copy IN (1, 3)) +
    (paper IN (1, 3)) - 1) ELSE 0 END
FROM answers;
