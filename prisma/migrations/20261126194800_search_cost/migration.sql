-- Always true, and said to be dear. PostgreSQL takes reading a search vector that is stored out of line for free, and so reads all of them
-- one by one (180 ms of 20,000 articles) where the index answers (6 ms). This beside a search makes it count rows as what they cost.
CREATE FUNCTION quotewire_dear(id uuid) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 2000 AS $$ BEGIN RETURN true; END $$;
