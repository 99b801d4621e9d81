-- mappa due --facility HAR --kind plan,paper, as due.sql: what planned releases from one centre still need.
.mode list
.separator |
SELECT p.number, p.name, p.place, r.name, r.question, t.name, o.day, o.evidence
FROM owed o JOIN people p ON p.id = o.person JOIN rules r ON r.id = o.rule JOIN teams t ON t.id = o.team
WHERE o.day <= '2026-12-20' AND p.place = 'HAR' AND r.kind IN ('plan', 'paper')
ORDER BY o.day, o.id;
