-- A text with letter case and accents aside, for trigrams.
CREATE FUNCTION quotewire_fold(content text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent', left(content, 1000)))
$$;

-- Headlines as one types them.
CREATE INDEX "Article_headline_idx" ON "Article" USING GIN (quotewire_fold("headline") gin_trgm_ops) WHERE "supersededById" IS NULL;
