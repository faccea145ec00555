package stemma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import picocli.CommandLine;
import stemma.prompt.PromptId;
import stemma.prompt.Tags;
import stemma.prompt.VersionInfo;
import stemma.registry.Tagging;
import stemma.store.Store;

/// Prints and changes a version's tags.
@CommandLine.Command(name = "tag", description = "Print, replace, add or remove the tags of a version.")
final class Tag extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "VERSION",
            converter = Arguments.OfVersion.class,
            description = "A label such as 1.4.0, or a stage such as @production.")
    private VersionReference version;

    @CommandLine.Parameters(
            index = "2..*",
            paramLabel = "TAG",
            description = "The tags; without --add or --remove they replace those that are there. None: print them.")
    private List<String> tags = new ArrayList<>();

    @CommandLine.ArgGroup
    private Change change = new Change();

    /// What is done with the tags.
    static final class Change {
        @CommandLine.Option(names = "--add", description = "Add the tags to those that are there.")
        private boolean add;

        @CommandLine.Option(names = "--remove", description = "Remove the tags, the others stay; without TAG, all of them.")
        private boolean remove;
    }

    @Override
    int run(Session session, Store store) throws IOException {
        SortedSet<String> named = named();
        VersionInfo before = version.find(store, prompt).info();
        VersionInfo info;
        if (change.remove && named.isEmpty()) {
            info = store.setTags(prompt, before.label(), Set.of());
        } else if (change.add || change.remove) {
            info = new Tagging(store)
                    .change(prompt, before.label(), change.add ? named : Set.of(), change.add ? Set.of() : named);
        } else {
            info = named.isEmpty() ? before : store.setTags(prompt, before.label(), named);
        }
        if (json()) {
            session.out().json(Forms.of(info));
        } else {
            for (String tag : info.tags()) {
                session.out().line(tag);
            }
        }
        return ExitCode.DONE;
    }

    private SortedSet<String> named() {
        try {
            return Tags.of(tags);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage() + ".");
        }
    }
}
