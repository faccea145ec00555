package stemma.store.goprompty;

import java.util.ArrayList;
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

/// Puts together what the files of a folder say.
final class GoPromptyIndex {
    private final SortedMap<PromptId, HeldPrompt> prompts = new TreeMap<>();
    private final Map<String, Sentence> broken = new HashMap<>();
    private final List<Health.Problem> problems = new ArrayList<>();
    private final SortedMap<PromptId, SortedMap<VersionLabel, GoPromptyFile.OfVersion>> versions = new TreeMap<>();
    private final Map<String, GoPromptyFile.Labels> labels = new HashMap<>();
    private final List<Untold> untold = new ArrayList<>();
    private final Map<PromptId, SortedMap<Stage, VersionLabel>> dangling = new HashMap<>();

    private GoPromptyIndex() {}

    static Index of(Map<String, Seen<GoPromptyFile>> files) {
        GoPromptyIndex index = new GoPromptyIndex();
        files.forEach(index::take);
        index.versions.forEach(index::add);
        index.labels.forEach(index::addStages);
        return new Index(
                index.prompts, index.broken, index.problems, Index.byPrompt(index.untold), index.dangling);
    }

    private void take(String path, Seen<GoPromptyFile> file) {
        if (file.value().isEmpty()) {
            broken.put(path, file.problem());
            problem(path, file.problem());
            addDamaged(path, file.problem());
            return;
        }
        switch (file.value().get()) {
            case GoPromptyFile.OfVersion found -> take(path, found);
            case GoPromptyFile.Labels found -> {
                labels.put(path, found);
                untold.addAll(found.leftovers());
            }
            case GoPromptyFile.Numbers _ -> {}
        }
    }

    private void addDamaged(String path, CharSequence what) {
        int slash = path.indexOf('/');
        String name = path.substring(0, Math.max(slash, 0));
        String file = path.substring(slash + 1);
        if (slash > 0 && !file.equals(Labels.FILE)) {
            untold.add(new Untold(
                    Untold.Kind.VERSION,
                    PromptId.problem(name).isEmpty() ? Optional.of(new PromptId(name)) : Optional.empty(),
                    StoredTemplate.number(file).map(number -> new VersionLabel(Long.toString(number))),
                    path,
                    Sentence.from(what)));
        }
    }

    private void take(String path, GoPromptyFile.OfVersion file) {
        if (!file.status().isEmpty() && Status.of(file.status()).isEmpty()) {
            problem(path, Sentence.of("its status is none of draft, active, deprecated and archived"));
        }
        if (file.altered()) {
            problem(path, Sentence.of("its content was changed by another program after Stemma saved it"));
        }
        untold.addAll(file.leftovers());
        versions.computeIfAbsent(file.version().prompt(), _ -> new TreeMap<>())
                .put(file.version().label(), file);
    }

    private void add(PromptId id, SortedMap<VersionLabel, GoPromptyFile.OfVersion> files) {
        HeldPrompt prompt = new HeldPrompt();
        Optional<VersionLabel> before = Optional.empty();
        for (GoPromptyFile.OfVersion file : files.values()) {
            VersionInfo info = file.version().info();
            prompt.versions()
                    .put(
                            info.label(),
                            new Version(
                                    new VersionInfo(
                                            id,
                                            info.label(),
                                            file.parentKnown() ? info.parent() : before,
                                            info.checksum(),
                                            info.author(),
                                            info.message(),
                                            info.createdAt(),
                                            new TreeSet<>(Status.shown(info.tags(), file.status())),
                                            new TreeSet<>()),
                                    file.version().content()));
            before = Optional.of(info.label());
        }
        prompts.put(id, prompt);
    }

    private void addStages(String path, GoPromptyFile.Labels file) {
        String name = path.substring(0, path.indexOf('/'));
        HeldPrompt prompt = PromptId.problem(name).isEmpty() ? prompts.get(new PromptId(name)) : null;
        file.versions().forEach((label, number) -> {
            VersionLabel version = new VersionLabel(Long.toString(number));
            if (prompt == null || !prompt.versions().containsKey(version)) {
                if (PromptId.problem(name).isEmpty() && Stage.isValid(label)) {
                    dangling.computeIfAbsent(new PromptId(name), _ -> new TreeMap<>()).put(new Stage(label), version);
                }
                if (!broken.containsKey(name + "/" + StoredTemplate.fileName(version))) {
                    problem(path, Sentence.of("the label \"{0}\" leads to version {1}, which is not there", label, number));
                }
            } else if (!Stage.isValid(label)) {
                problem(path, Sentence.of("the label \"{0}\" cannot be shown as a stage", label));
            } else {
                prompt.stages().put(new Stage(label), version);
            }
        });
    }

    private void problem(String where, CharSequence what) {
        problems.add(new Health.Problem(where, what));
    }

    /// Tags that Stemma can show; go-prompty allows any text.
    static Set<String> showable(List<String> tags) {
        Set<String> showable = new TreeSet<>(tags);
        showable.removeIf(tag -> Tags.problem(tag).isPresent());
        return showable;
    }
}
