-- The trigrams of each text as numbers, so that texts are found by any part of them with an index of the server's own.
-- {-1} stands where nobody made them yet: such texts are looked through.

ALTER TABLE all_prompt_texts ADD COLUMN grams INTEGER[] NOT NULL DEFAULT '{-1}';

CREATE INDEX texts_by_grams ON all_prompt_texts USING gin (grams);

CREATE OR REPLACE VIEW prompt_texts AS
    SELECT prompt_key, part, text, grams
    FROM all_prompt_texts WHERE workspace = current_setting('stemma.workspace');

-- These needed an extension.

DROP INDEX IF EXISTS texts_by_part;

DROP INDEX IF EXISTS prompts_by_title_part;

DROP INDEX IF EXISTS prompts_by_id_part;
