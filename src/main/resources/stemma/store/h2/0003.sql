-- How many prompts have each tag on one of their versions, so that listing by a frequent tag counts nothing.

CREATE TABLE IF NOT EXISTS tag_counts (
    tag VARCHAR(100) NOT NULL PRIMARY KEY,
    prompts BIGINT NOT NULL
);

MERGE INTO tag_counts (tag, prompts) KEY (tag) SELECT tag, COUNT(DISTINCT prompt_key) FROM tags GROUP BY tag;
