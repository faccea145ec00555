package stemma.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.diff.Comparison;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Saving;
import stemma.store.Store;
import stemma.store.StoreException;

/// Saves a version.
@CommandLine.Command(name = "save", description = "Save a text or a whole content as a new version.")
final class Save extends StoreCommand {
    @CommandLine.Parameters(index = "0", paramLabel = "ID", converter = Arguments.OfId.class, description = "The prompt.")
    private PromptId prompt;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A text, a content as JSON, or Markdown as the folder store writes it; - is standard input.")
    private String file;

    @CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "auto (what the file looks like), text, json or markdown. Default: auto.")
    private SavedInput.Format format = SavedInput.Format.AUTO;

    @CommandLine.Option(
            names = "--version",
            paramLabel = "VERSION",
            converter = Arguments.OfLabel.class,
            description = "The new version's label. Default: the one that the changes suggest.")
    private @Nullable VersionLabel label;

    @CommandLine.Option(
            names = "--base",
            paramLabel = "VERSION",
            converter = Arguments.OfLabel.class,
            description = "The version that the text was made from; when it is not the newest any more, nothing is"
                    + " saved (exit code 4).")
    private @Nullable VersionLabel base;

    @CommandLine.Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "What changed and why.")
    private String message = "";

    @CommandLine.Mixin
    private Author author = new Author();

    /// Whoever writes into standard input may take their time.
    @Override
    Session prepared(Session session) throws IOException {
        return file.equals("-")
                ? session.withInput(new ByteArrayInputStream(session.in().readNBytes(SavedInput.LARGEST + 1)))
                : session;
    }

    @Override
    Making making() {
        return Making.DONE;
    }

    @Override
    int run(Session session, Store store) throws IOException {
        Optional<Version> newest = store.find(prompt).map(summary -> store.get(prompt, summary.head()));
        Optional<VersionLabel> head = newest.map(Version::label);
        Optional<VersionLabel> expected = Optional.ofNullable(base);
        if (expected.isPresent() && !expected.equals(head)) {
            throw StoreException.Conflict.headMoved(store.uri(), prompt, expected, head);
        }
        Content content = SavedInput.read(session, file, format).onTopOf(newest.map(Version::content));
        if (newest.isPresent() && newest.get().content().equals(content)) {
            tell(session.out(), newest.get().info(), false, "Nothing changed; the newest version is still ");
            return ExitCode.DONE;
        }
        Saving saving = new Saving(store);
        VersionLabel next = label != null ? label : suggested(saving, newest, content);
        Saving.Outcome outcome = saving.save(new Saving.Request(
                prompt, head, next, content, author.in(session), message));
        switch (outcome) {
            case Saving.Outcome.Saved(VersionInfo saved) -> tell(session.out(), saved, true, "Saved ");
            case Saving.Outcome.HeadMoved(Version theirs) ->
                throw StoreException.Conflict.headMoved(store.uri(), prompt, head, Optional.of(theirs.label()));
        }
        return ExitCode.DONE;
    }

    private VersionLabel suggested(Saving saving, Optional<Version> newest, Content content) {
        return newest.map(before -> saving.suggest(
                        prompt,
                        before.label(),
                        Comparison.of(before.content(), content).suggestedStep().step()))
                .orElse(VersionLabel.FIRST);
    }

    private void tell(Output out, VersionInfo version, boolean saved, String sentence) throws IOException {
        if (json()) {
            Map<String, Json> members = new LinkedHashMap<>(Forms.of(version).members());
            members.put("saved", new Json.Bool(saved));
            out.json(new Json.Object(members));
        } else {
            out.line(sentence + version.prompt() + " " + version.label() + ".");
        }
    }
}
