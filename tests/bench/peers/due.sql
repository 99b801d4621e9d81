-- mappa due, as one writes it for the sqlite3 shell: sqlite3 due.db ".read due.sql". The lines are worked out already,
-- and stand in the tables that write_due writes, with an index on the day; this finds those without a day, overdue, or
-- due within 28 days, in mappa's order.
.mode list
.separator |
SELECT p.number, p.name, p.place, r.name, r.question, t.name, o.day, o.evidence
FROM owed o JOIN people p ON p.id = o.person JOIN rules r ON r.id = o.rule JOIN teams t ON t.id = o.team
WHERE o.day <= '2026-12-20'
ORDER BY o.day, o.id;
