-- What lists are sorted and filtered by.

CREATE INDEX IF NOT EXISTS prompts_by_title ON prompts (title_lower, id);

CREATE INDEX IF NOT EXISTS prompts_by_time ON prompts (changed_at DESC, id);

-- In the order in which versions are imported, prompt by prompt, so that few pages are written again and again.
CREATE INDEX IF NOT EXISTS versions_by_author ON versions (author, prompt_key, created_at);

CREATE INDEX IF NOT EXISTS stages_by_name ON stages (stage, prompt_key);

CREATE INDEX IF NOT EXISTS tags_by_name ON tags (tag, prompt_key, version_key);

CREATE INDEX IF NOT EXISTS history_by_prompt ON history (found_by, entry_key);
