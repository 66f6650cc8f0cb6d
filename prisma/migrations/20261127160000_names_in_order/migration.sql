-- Names as an index in a book has them, letter case and accents aside. The database's collation had "al-Karimi" and "Élodie" behind Z or not,
-- each database its own way.
DROP INDEX "Speaker_name_idx";
DROP INDEX "Organization_name_idx";
DROP INDEX "Place_name_idx";

CREATE INDEX "Speaker_name_idx" ON "Speaker" ((quotewire_fold("name") COLLATE "C"));
CREATE INDEX "Organization_name_idx" ON "Organization" ((quotewire_fold("name") COLLATE "C"));
CREATE INDEX "Place_name_idx" ON "Place" ((quotewire_fold("name") COLLATE "C"));
