-- What mentions call a noun is counted on the noun itself, so that bringing it up to date takes as long with a million mentions as with one.
ALTER TABLE "Speaker" ADD COLUMN "forms" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "mentionCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Organization" ADD COLUMN "forms" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "mentionCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Place" ADD COLUMN "forms" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "mentionCount" INTEGER NOT NULL DEFAULT 0;

-- What is stored already, counted.
CREATE FUNCTION pg_temp.forms_of(noun_column text) RETURNS TABLE (noun uuid, mentions int, forms jsonb) LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE format($sql$
    WITH named AS (SELECT %1$I AS noun, name, acronym, kind::text AS kind, aliases FROM "Mention" WHERE %1$I IS NOT NULL),
    forms AS (
      SELECT noun, 'names' AS list, name AS form, count(*) FROM named GROUP BY noun, name
      UNION ALL SELECT noun, 'acronyms', acronym, count(*) FROM named WHERE acronym IS NOT NULL GROUP BY noun, acronym
      UNION ALL SELECT noun, 'kinds', kind, count(*) FROM named WHERE kind IS NOT NULL GROUP BY noun, kind
      UNION ALL SELECT noun, 'aliases', alias, count(*) FROM named, unnest(aliases) AS alias GROUP BY noun, alias
    ),
    lists AS (SELECT noun, list, jsonb_object_agg(form, count) AS counts FROM forms GROUP BY noun, list)
    SELECT lists.noun, (SELECT count(*)::int FROM named WHERE named.noun = lists.noun), jsonb_object_agg(list, counts) FROM lists GROUP BY lists.noun
  $sql$, noun_column);
END $$;
UPDATE "Speaker" SET "forms" = found.forms, "mentionCount" = found.mentions FROM pg_temp.forms_of('speakerId') AS found WHERE id = found.noun;
UPDATE "Organization" SET "forms" = found.forms, "mentionCount" = found.mentions FROM pg_temp.forms_of('organizationId') AS found WHERE id = found.noun;
UPDATE "Place" SET "forms" = found.forms, "mentionCount" = found.mentions FROM pg_temp.forms_of('placeId') AS found WHERE id = found.noun;

-- Follows from the other forms.
ALTER TABLE "Mention" DROP COLUMN "normalized";
