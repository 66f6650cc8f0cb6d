-- What is stored is the same; the database does less for it.

-- A word of ASCII letters has no accents to take off.
ALTER TEXT SEARCH CONFIGURATION quotewire ALTER MAPPING FOR asciihword, asciiword, hword_asciipart WITH quotewire_stem;

-- Vectors never compress by the quarter that PostgreSQL wants, of real articles and generated ones, so that it need not try.
ALTER TABLE "Article" ALTER COLUMN "search" SET STORAGE EXTERNAL;

-- The ten numbers of an article are in hardly any other: to collect them on a list before they are sorted in saves nothing, and leaves its pages behind.
ALTER INDEX "Article_bands_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('"Article_bands_idx"');

-- Which words are how frequent changes little when a tenth is added, and to find it out takes seconds: 30,000 vectors are read for it.
ALTER TABLE "Article" SET (autovacuum_analyze_scale_factor = 0.3);
ALTER TABLE "Quote" SET (autovacuum_analyze_scale_factor = 0.3);
