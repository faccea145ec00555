-- Times are microseconds since 1970-01-01T00:00:00Z. A seal is the CRC-32 of the row's other values.
-- The file says to whom it belongs: "Stem" in ASCII.
PRAGMA application_id = 1400137069;

CREATE TABLE prompts (
    prompt_key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    id_lower TEXT NOT NULL,
    title TEXT NOT NULL,
    title_lower TEXT NOT NULL,
    head TEXT NOT NULL,
    version_count INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    stages TEXT NOT NULL,
    tags TEXT NOT NULL
) STRICT;

CREATE TABLE prompt_texts (
    prompt_key INTEGER NOT NULL REFERENCES prompts,
    part INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (prompt_key, part)
) STRICT;

CREATE TABLE versions (
    version_key INTEGER PRIMARY KEY,
    prompt_key INTEGER NOT NULL REFERENCES prompts,
    label TEXT NOT NULL,
    parent TEXT,
    checksum TEXT NOT NULL,
    author TEXT NOT NULL,
    message TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seal INTEGER NOT NULL,
    UNIQUE (prompt_key, label)
) STRICT;

CREATE TABLE contents (
    version_key INTEGER NOT NULL REFERENCES versions,
    part INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (version_key, part)
) STRICT;

CREATE TABLE stages (
    prompt_key INTEGER NOT NULL REFERENCES prompts,
    stage TEXT NOT NULL,
    version_key INTEGER NOT NULL REFERENCES versions,
    PRIMARY KEY (prompt_key, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
    prompt_key INTEGER NOT NULL REFERENCES prompts,
    version_key INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (prompt_key, version_key, tag)
) STRICT, WITHOUT ROWID;

-- How many prompts have each tag on one of their versions, so that listing by a frequent tag counts nothing.
CREATE TABLE tag_counts (
    tag TEXT NOT NULL PRIMARY KEY,
    prompts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- found_by is the id of the prompt today, prompt the id it had then.
CREATE TABLE history (
    entry_key INTEGER PRIMARY KEY,
    found_by TEXT NOT NULL,
    kind TEXT NOT NULL,
    happened_at INTEGER NOT NULL,
    who TEXT NOT NULL,
    prompt TEXT NOT NULL,
    stage TEXT,
    from_label TEXT,
    to_label TEXT,
    renamed_to TEXT,
    why TEXT NOT NULL,
    seal INTEGER NOT NULL
) STRICT;

-- What was written last and by whom, for others who have the file open. No prompt: anything may have changed.
CREATE TABLE changes (
    change_key INTEGER PRIMARY KEY,
    writer TEXT NOT NULL,
    prompt TEXT
) STRICT;

CREATE INDEX prompts_by_title ON prompts (title_lower, id);

CREATE INDEX prompts_by_time ON prompts (changed_at DESC, id);

CREATE INDEX versions_by_author ON versions (author, prompt_key, created_at);

CREATE INDEX stages_by_name ON stages (stage, prompt_key);

CREATE INDEX stages_by_version ON stages (version_key);

CREATE INDEX tags_by_name ON tags (tag, prompt_key, version_key);

CREATE INDEX history_by_prompt ON history (found_by, entry_key);
