package stemma.store.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Appends versions in one transaction. What is asked and written is asked and written for all of them together, since
/// each statement may be a message to a server. Each prompt's row is read and written once.
final class Appending {
    static final String INSERT_TAG = "INSERT INTO tags (prompt_key, version_key, tag) VALUES (?, ?, ?)";

    private final StoreUri uri;
    private final Dialect dialect;
    private final Clock clock;
    private final Reading reading;
    private final Heads heads;
    private final TagCounts tagCounts;

    Appending(StoreUri uri, Dialect dialect, Clock clock, Reading reading, Heads heads, TagCounts tagCounts) {
        this.uri = uri;
        this.dialect = dialect;
        this.clock = clock;
        this.reading = reading;
        this.heads = heads;
        this.tagCounts = tagCounts;
    }

    /// Versions of any prompts, in the order given.
    ///
    /// @return what was written, in the same order
    List<VersionInfo> run(Session session, List<NewVersion> versions) throws SQLException {
        Map<String, PromptRow> there = reading.findForUpdate(
                session, versions.stream().map(NewVersion::prompt).collect(Collectors.toSet()));
        Map<PromptId, Growth> growths = new LinkedHashMap<>();
        List<VersionInfo> infos = new ArrayList<>();
        for (NewVersion version : versions) {
            Growth growth = growths.computeIfAbsent(
                    version.prompt(), id -> new Growth(id, Optional.ofNullable(there.get(id.value()))));
            infos.add(growth.add(version));
        }
        Map<PromptId, Long> prompts = writePrompts(session, growths.values());
        List<Long> keys = VersionRow.insert(
                session,
                infos.stream()
                        .map(info -> new VersionRow.New(prompts.get(info.prompt()), info))
                        .toList());
        session.updateAll(
                "INSERT INTO contents (version_key, part, text) VALUES (?, ?, ?)",
                numbers(versions)
                        .flatMap(i -> Texts.rows(
                                keys.get(i),
                                Texts.parts(versions.get(i).content().toJson().compact()))));
        session.updateAll(
                INSERT_TAG,
                numbers(versions).flatMap(i -> infos.get(i).tags().stream()
                        .map(tag -> new Object[] {prompts.get(infos.get(i).prompt()), keys.get(i), tag})));
        return infos;
    }

    private static Stream<Integer> numbers(List<?> list) {
        return IntStream.range(0, list.size()).boxed();
    }

    /// @return the keys of the prompts
    private Map<PromptId, Long> writePrompts(Session session, Collection<Growth> growths) throws SQLException {
        growths.forEach(growth -> tagCounts.change(growth.tagsBefore(), growth.tags()));
        Map<PromptId, Long> keys = new HashMap<>();
        List<Growth> firsts = growths.stream().filter(growth -> growth.row.isEmpty()).toList();
        List<Long> assigned = heads.insert(
                session,
                firsts.stream().map(growth -> growth.head(0)).toList(),
                firsts.stream().map(Growth::tags).toList());
        for (int i = 0; i < firsts.size(); i++) {
            keys.put(firsts.get(i).id, assigned.get(i));
        }
        growths.forEach(growth -> growth.row.ifPresent(row -> keys.put(growth.id, row.key())));
        List<Growth> grown = growths.stream().filter(growth -> growth.row.isPresent()).toList();
        heads.update(
                session,
                grown.stream().map(growth -> growth.head(keys.get(growth.id))).toList());
        session.updateAll(
                "UPDATE prompts SET tags = ? WHERE prompt_key = ?",
                grown.stream()
                        .filter(growth -> !growth.tags().equals(growth.tagsBefore()))
                        .map(growth -> new Object[] {Texts.tags(growth.tags()), keys.get(growth.id)}));
        return keys;
    }

    /// What is added to one prompt.
    private final class Growth {
        private final PromptId id;
        private final Optional<PromptRow> row;
        private final List<VersionInfo> added = new ArrayList<>();
        private final Set<VersionLabel> labels = new HashSet<>();
        private Optional<VersionLabel> head;
        private Content content = Content.plain("");

        Growth(PromptId id, Optional<PromptRow> row) {
            this.id = id;
            this.row = row;
            head = row.map(there -> there.headLabel(dialect));
        }

        /// Whether an older version has the label the database finds out: a key of its is taken then.
        VersionInfo add(NewVersion version) {
            Writing.checkLengths(uri, version);
            if (!head.equals(version.base())) {
                throw StoreException.Conflict.headMoved(uri, id, version.base(), head);
            }
            if (!labels.add(version.label())) {
                throw StoreException.Conflict.labelTaken(uri, id, version.label());
            }
            VersionInfo info = version.info(clock);
            added.add(info);
            head = Optional.of(version.label());
            content = version.content();
            return info;
        }

        SortedSet<String> tagsBefore() {
            return row.map(PromptRow::shownTags).orElseGet(TreeSet::new);
        }

        SortedSet<String> tags() {
            SortedSet<String> tags = tagsBefore();
            added.forEach(info -> tags.addAll(info.tags()));
            return tags;
        }

        /// @param key the prompt's
        Heads.Head head(long key) {
            int before = row.map(PromptRow::versionCount).orElse(0);
            return new Heads.Head(key, added.getLast(), content, before + added.size());
        }
    }
}
