package stemma.store.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Health.Remedy;

/// Makes anew what only repeats other rows. Versions and their contents are never touched.
final class Repair {
    static final Remedy TAG_COUNTS = new Remedy("tag-counts", Sentence.of("Count again how many prompts have each tag."));

    private static final String PROMPT = "prompt ";

    private final Reading reading;
    private final Writing writing;

    Repair(Reading reading, Writing writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /// Makes anew what lists show of a prompt.
    static Remedy ofPrompt(PromptId id) {
        return new Remedy(
                PROMPT + id,
                Sentence.of(
                        "Make anew what lists and searches show of \"{0}\", from its versions. Stages"
                            + " and tags of versions that are not there are taken away.",
                        id));
    }

    /// Does what a remedy says.
    ///
    /// @return the prompts that may have changed
    Set<PromptId> run(Session session, Remedy remedy) throws SQLException {
        if (remedy.code().equals(TAG_COUNTS.code())) {
            countTags(session);
            return Set.of();
        }
        Optional<PromptId> id = Optional.of(remedy.code())
                .filter(code -> code.startsWith(PROMPT))
                .map(code -> code.substring(PROMPT.length()))
                .filter(text -> PromptId.problem(text).isEmpty())
                .map(PromptId::new);
        if (id.isEmpty() || reading.findForUpdate(session, id.get()).isEmpty()) {
            return Set.of();
        }
        list(session, id.get(), reading.promptForUpdate(session, id.get()));
        countTags(session);
        return Set.of(id.get());
    }

    private void list(Session session, PromptId id, PromptRow prompt) throws SQLException {
        String strays = " WHERE prompt_key = ? AND version_key NOT IN"
                + " (SELECT version_key FROM versions WHERE prompt_key = ?)";
        session.update("DELETE FROM stages" + strays, prompt.key(), prompt.key());
        session.update("DELETE FROM tags" + strays, prompt.key(), prompt.key());
        int count = session.first(
                        "SELECT COUNT(*) FROM versions WHERE prompt_key = ?", row -> row.getInt(1), prompt.key())
                .orElse(0);
        VersionRow head = writing.newest(session, prompt);
        writing.setHead(
                session, new Heads.Head(prompt.key(), head.info(id), reading.content(session, id, head), count));
        SortedMap<Stage, VersionLabel> stages = new TreeMap<>();
        session.all(
                "SELECT s.stage, v.label FROM stages s JOIN versions v ON v.version_key = s.version_key"
                        + " WHERE s.prompt_key = ?",
                row -> stages.put(new Stage(row.getString(1)), new VersionLabel(row.getString(2))),
                prompt.key());
        Writing.setStages(session, prompt, stages);
        List<String> tags = session.all(
                "SELECT DISTINCT tag FROM tags WHERE prompt_key = ?", row -> row.getString(1), prompt.key());
        session.update(
                "UPDATE prompts SET id_lower = ?, tags = ? WHERE prompt_key = ?",
                Texts.lower(id.value()),
                Texts.tags(new TreeSet<>(tags)),
                prompt.key());
    }

    private static void countTags(Session session) throws SQLException {
        session.update("DELETE FROM tag_counts");
        session.update(
                "INSERT INTO tag_counts (tag, prompts) SELECT tag, COUNT(DISTINCT prompt_key) FROM tags GROUP BY tag");
    }
}
