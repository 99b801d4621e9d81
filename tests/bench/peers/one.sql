-- What mappa check-release NUMBER reads, read by the sqlite3 shell from the same casebook: everything about the person
-- (whose number is put in the place of :number), with the digest of the entry before each, by which it is verified; and
-- what imports say of themselves.
SELECT e.id, e.case_id, c.number, e.kind, e.version, e.day, e.recorded_at, e.drill, e.recorded_by, e.source,
  hex(e.body_digest), hex(e.digest), hex(p.digest), hex(e.salt), e.body
FROM entries e LEFT JOIN cases c ON c.id = e.case_id LEFT JOIN entries p ON p.id = e.id - 1
WHERE e.case_id = (SELECT id FROM cases WHERE number = ':number')
ORDER BY e.id;
SELECT e.id, e.case_id, NULL, e.kind, e.version, e.day, e.recorded_at, e.drill, e.recorded_by, e.source,
  hex(e.body_digest), hex(e.digest), hex(p.digest), hex(e.salt), e.body
FROM entries e LEFT JOIN entries p ON p.id = e.id - 1
WHERE e.kind IN ('import', 'undo') AND e.kind <> 'nomis'
ORDER BY e.id;
