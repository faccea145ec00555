package stemma.store.loom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Tags;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Health;
import stemma.store.HeldPrompt;
import stemma.store.Untold;
import stemma.store.gojson.Index;
import stemma.store.gojson.Seen;

/// Puts together what the files of a directory say.
final class LoomIndex {
    private static final Comparator<LoomFile.OfVersion> ORDER = Comparator.comparing(LoomFile.OfVersion::place)
            .thenComparing(file -> file.version().label());

    private final SortedMap<PromptId, HeldPrompt> prompts = new TreeMap<>();
    private final Map<String, Sentence> broken = new HashMap<>();
    private final List<Health.Problem> problems = new ArrayList<>();
    private final SortedMap<PromptId, List<LoomFile.OfVersion>> versions = new TreeMap<>();
    private final List<Untold> untold = new ArrayList<>();
    private final Map<PromptId, SortedMap<Stage, VersionLabel>> dangling = new HashMap<>();
    private LoomFile.Meta meta = new LoomFile.Meta(Map.of(), Map.of(), List.of());
    private boolean metaKnown = true;

    private LoomIndex() {}

    static Index of(Map<String, Seen<LoomFile>> files) {
        LoomIndex index = new LoomIndex();
        files.forEach(index::take);
        index.versions.forEach(index::add);
        index.checkMeta(files.keySet());
        index.addDamaged();
        index.untold.addAll(index.meta.leftovers());
        return new Index(
                index.prompts, index.broken, index.problems, Index.byPrompt(index.untold), index.dangling);
    }

    private void take(String path, Seen<LoomFile> file) {
        if (file.value().isEmpty()) {
            broken.put(path, file.problem());
            problem(path, file.problem());
            metaKnown &= !path.equals(LoomMeta.FILE);
            return;
        }
        switch (file.value().get()) {
            case LoomFile.Meta found -> meta = found;
            case LoomFile.OfVersion found -> take(path, found);
        }
    }

    private void take(String path, LoomFile.OfVersion file) {
        Version version = file.version();
        String right = LoomLayout.fileName(version.prompt(), version.label());
        if (!path.equals(right)) {
            Sentence what = Sentence.of(
                    "it holds version {0} of \"{1}\", for which loom looks in {2}",
                    version.label(), version.prompt(), right);
            problem(path, what);
            untold.add(new Untold(
                    Untold.Kind.VERSION, Optional.of(version.prompt()), Optional.of(version.label()), path, what));
            return;
        }
        if (file.altered()) {
            problem(path, Sentence.of("its content was changed by another program after Stemma saved it"));
        }
        versions.computeIfAbsent(version.prompt(), _ -> new ArrayList<>()).add(file);
        untold.addAll(file.leftovers());
    }

    private void add(PromptId id, List<LoomFile.OfVersion> files) {
        files.sort(ORDER);
        HeldPrompt prompt = new HeldPrompt();
        Map<String, LoomMeta.Entry> entries = meta.entries().getOrDefault(id.value(), Map.of());
        Optional<VersionLabel> before = Optional.empty();
        for (LoomFile.OfVersion file : files) {
            Version version = file.version();
            Optional<LoomMeta.Entry> entry = Optional.ofNullable(entries.get(version.label().value()));
            if (entry.isEmpty() && metaKnown) {
                problem(LoomLayout.fileName(id, version.label()), Sentence.of("loom does not list it: it is missing in _meta.json"));
            }
            VersionInfo info = version.info();
            Optional<VersionLabel> parent = file.parentKnown() ? info.parent() : before;
            entry.map(LoomMeta.Entry::unknown)
                    .orElse(List.of())
                    .forEach(name -> leftover(id, version.label(), Sentence.of("the field \"{0}\"", name)));
            Set<Stage> stages = entry.flatMap(found -> stage(id, version.label(), found)).map(Set::of).orElse(Set.of());
            stages.forEach(stage -> prompt.stages().put(stage, version.label()));
            prompt.versions()
                    .put(
                            version.label(),
                            new Version(
                                    new VersionInfo(
                                            id,
                                            info.label(),
                                            parent,
                                            info.checksum(),
                                            info.author(),
                                            info.message(),
                                            info.createdAt(),
                                            tags(id, version.label(), entry),
                                            new TreeSet<>(stages)),
                                    version.content()));
            before = Optional.of(version.label());
        }
        Optional.ofNullable(meta.production().get(id.value()))
                .filter(VersionLabel::isValid)
                .map(VersionLabel::new)
                .filter(prompt.versions()::containsKey)
                .ifPresent(label -> prompt.stages().put(Stage.PRODUCTION, label));
        prompts.put(id, prompt);
    }

    private record Named(PromptId prompt, VersionLabel label) {}

    /// Version files that cannot be read, by what `_meta.json` names, and stages that hold no version that is there.
    private void addDamaged() {
        Map<String, Named> owners = new HashMap<>();
        meta.entries().forEach((id, entries) -> entries.forEach((label, entry) -> named(id, label).ifPresent(named -> {
            if (Stage.isValid(entry.stage()) && !isDecidedElsewhere(entry.stage())) {
                addDangling(named, new Stage(entry.stage()));
            }
            owners.put(LoomLayout.fileName(id, label), named);
        })));
        meta.production().forEach((id, label) -> named(id, label).ifPresent(named -> {
            addDangling(named, Stage.PRODUCTION);
            owners.put(LoomLayout.fileName(id, label), named);
        }));
        broken.forEach((path, what) -> {
            if (!path.equals(LoomMeta.FILE)) {
                Optional<Named> named = Optional.ofNullable(owners.get(path));
                untold.add(new Untold(
                        Untold.Kind.VERSION,
                        named.map(Named::prompt),
                        named.map(Named::label),
                        path,
                        Sentence.from(what)));
            }
        });
    }

    private static Optional<Named> named(String id, String label) {
        return PromptId.problem(id).isEmpty() && VersionLabel.isValid(label)
                ? Optional.of(new Named(new PromptId(id), new VersionLabel(label)))
                : Optional.empty();
    }

    private void addDangling(Named named, Stage stage) {
        HeldPrompt prompt = prompts.get(named.prompt());
        if (prompt == null || !prompt.versions().containsKey(named.label())) {
            dangling.computeIfAbsent(named.prompt(), _ -> new TreeMap<>()).put(stage, named.label());
        }
    }

    private static boolean isDecidedElsewhere(String stage) {
        return stage.isEmpty() || stage.equals(LoomMeta.DEV) || stage.equals(LoomMeta.PRODUCTION);
    }

    /// A stage other than production, which another map decides.
    private Optional<Stage> stage(PromptId id, VersionLabel label, LoomMeta.Entry entry) {
        String name = entry.stage();
        if (isDecidedElsewhere(name)) {
            return Optional.empty();
        }
        if (!Stage.isValid(name)) {
            problem(LoomMeta.FILE, Sentence.of("version {0} of \"{1}\" is in a stage that has no valid name", label, id));
            leftover(id, label, Sentence.of("the stage \"{0}\"", name));
            return Optional.empty();
        }
        return Optional.of(new Stage(name));
    }

    private TreeSet<String> tags(PromptId id, VersionLabel label, Optional<LoomMeta.Entry> entry) {
        TreeSet<String> tags = new TreeSet<>();
        for (String tag : entry.map(LoomMeta.Entry::tags).orElse(List.of())) {
            Tags.problem(tag)
                    .ifPresentOrElse(
                            what -> {
                                problem(LoomMeta.FILE, Sentence.of("a tag of version {0} of \"{1}\" {2}", label, id, what));
                                leftover(id, label, Sentence.of("the tag \"{0}\"", tag));
                            },
                            () -> tags.add(tag));
        }
        return tags;
    }

    private void checkMeta(Set<String> paths) {
        meta.entries().forEach((id, entries) -> entries.keySet().forEach(label -> checkNamed(paths, id, label)));
        meta.production().forEach((id, label) -> {
            if (!meta.entries().getOrDefault(id, Map.of()).containsKey(label)) {
                checkNamed(paths, id, label);
            }
        });
    }

    private void checkNamed(Set<String> paths, String id, String label) {
        boolean held = PromptId.problem(id).isEmpty()
                && VersionLabel.isValid(label)
                && Optional.ofNullable(prompts.get(new PromptId(id)))
                        .filter(prompt -> prompt.versions().containsKey(new VersionLabel(label)))
                        .isPresent();
        String path = LoomLayout.fileName(id, label);
        if (!held && !broken.containsKey(path)) {
            problem(
                    LoomMeta.FILE,
                    paths.contains(path)
                            ? Sentence.of("it names version {0} of \"{1}\", but {2} holds another one", label, id, path)
                            : Sentence.of("it names version {0} of \"{1}\", but {2} is not there", label, id, path));
        }
    }

    private void leftover(PromptId id, VersionLabel label, Sentence what) {
        untold.add(new Untold(Untold.Kind.OTHER, Optional.of(id), Optional.of(label), LoomMeta.FILE, what));
    }

    private void problem(String where, CharSequence what) {
        problems.add(new Health.Problem(where, what));
    }
}
