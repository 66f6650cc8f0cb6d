-- What mentions call a noun, without what its columns say: that all give its name, and mostly that all print it. Three nouns of four are named in one
-- article, and had their name four times. Tables are written anew, so there must be room for them twice.
CREATE FUNCTION pg_temp.packed(forms json, name text, mentions int) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT ('{' || coalesce(string_agg(to_json(list)::text || ':{' || tally || '}', ',' ORDER BY array_position('{names,acronyms,kinds,aliases}', list)), '') || '}')::json
  FROM (
    SELECT list, string_agg(to_json(form)::text || ':' || n, ',' ORDER BY form COLLATE "C") AS tally
    FROM (
      SELECT list, form, n::int FROM json_each(forms) AS lists(list, tally), json_each_text(tally) AS forms_in(form, n)
      WHERE NOT (form = name AND (list = 'names' OR (list = 'aliases' AND n::int = mentions)))
      UNION ALL SELECT 'aliases', name, 0 WHERE mentions > 0 AND NOT coalesce(forms::jsonb -> 'aliases' ? name, false)
    ) AS kept
    GROUP BY list
  ) AS lists
$$;

ALTER TABLE "Speaker" ALTER COLUMN "forms" TYPE JSON USING pg_temp.packed("forms", "name", "mentionCount");
ALTER TABLE "Organization" ALTER COLUMN "forms" TYPE JSON USING pg_temp.packed("forms", "name", "mentionCount");
ALTER TABLE "Place" ALTER COLUMN "forms" TYPE JSON USING pg_temp.packed("forms", "name", "mentionCount");
