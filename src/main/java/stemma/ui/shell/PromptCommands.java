package stemma.ui.shell;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.registry.Deleting.Deleted;
import stemma.registry.Registry;
import stemma.store.Act;
import stemma.ui.common.Dialogs;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Sentences;
import stemma.ui.common.Tasks;

/// What is done with whole prompts: new, duplicate, rename, delete. Asks, does it elsewhere, and tells.
final class PromptCommands {
    private final Registry registry;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Supplier<String> author;
    private final PromptTabs tabs;

    PromptCommands(
            Registry registry,
            Tasks tasks,
            Dialogs dialogs,
            Notices notices,
            Supplier<String> author,
            PromptTabs tabs) {
        this.registry = registry;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notices = notices;
        this.author = author;
        this.tabs = tabs;
    }

    /// Asks for an id and opens an editor for it; nothing is in the store before the first version is saved.
    ///
    /// @param beside a prompt whose folder is suggested
    void create(Optional<PromptId> beside) {
        String folder = beside.map(PromptId::folder).filter(path -> !path.isEmpty()).map(path -> path + "/").orElse("");
        askId(Messages.text("prompt.new.title"), folder, Messages.text("prompt.new.act"))
                .ifPresent(id -> openNew(id, Content.plain("")));
    }

    void duplicate(PromptId prompt) {
        tabs.find(prompt).ifPresent(tab -> tab.editor().flush());
        askId(
                        Messages.text("prompt.duplicate.title", prompt.value()),
                        prompt.value() + Messages.text("prompt.duplicate.suffix"),
                        Messages.text("prompt.duplicate.act"))
                .ifPresent(id -> tasks.run(
                        Messages.text("prompt.reading"),
                        _ -> newest(prompt),
                        content -> openNew(id, content),
                        e -> notices.error(Messages.text("prompt.duplicate.failed", prompt.value()), e)));
    }

    /// What was saved last; of a prompt without a version, what was written.
    private Content newest(PromptId prompt) throws IOException {
        Optional<PromptSummary> saved = registry.store().find(prompt);
        return saved.isPresent()
                ? registry.store().get(prompt, saved.get().head()).content()
                : registry.drafts().find(prompt).orElseThrow().text().toContent();
    }

    private Optional<PromptId> askId(String title, String initial, String act) {
        return dialogs.askText(title, Messages.text("prompt.id"), initial, act, this::idProblem)
                .map(PromptId::new);
    }

    /// Opens what is there by that id, a draft too, and a new prompt only if there is nothing.
    private void openNew(PromptId id, Content initial) {
        tasks.run(
                Messages.text("prompt.reading"),
                _ -> registry.drafts().find(id).isPresent()
                        || registry.store().find(id).isPresent(),
                there -> {
                    if (there) {
                        tabs.open(id).focusText();
                        notices.remark(Messages.text("prompt.there", id.value()));
                    } else {
                        tabs.openNew(id, initial).focusText();
                    }
                },
                e -> notices.error(Messages.text("version.read.failed", id.value(), ""), e));
    }

    private Optional<String> idProblem(String text) {
        if (text.isEmpty() || isFolder(text)) {
            return Optional.of(Messages.text("prompt.id.hint"));
        }
        Optional<String> problem = PromptId.problem(text).map(rule -> Messages.text("prompt.id.problem", Sentences.say(rule)));
        return problem.or(() -> registry.catalogue().find(new PromptId(text)).isPresent()
                ? Optional.of(Messages.text("prompt.id.taken", text))
                : Optional.empty());
    }

    /// As it is suggested and typed on the way to an id: no mistake yet.
    private static boolean isFolder(String text) {
        return text.endsWith("/") && PromptId.problem(text.substring(0, text.length() - 1)).isEmpty();
    }

    void rename(PromptId prompt) {
        dialogs.askText(
                        Messages.text("prompt.rename.title", prompt.value()),
                        Messages.text("prompt.id"),
                        prompt.value(),
                        Messages.text("prompt.rename.act"),
                        text -> text.equals(prompt.value())
                                ? Optional.of(Messages.text("prompt.rename.same"))
                                : idProblem(text))
                .map(PromptId::new)
                .ifPresent(id -> rename(prompt, id));
    }

    /// How a rename went: the prompt has its new id, and its draft too unless something kept it back.
    private record Renamed(PromptId id, Optional<IOException> draftLeft) {}

    private void rename(PromptId prompt, PromptId id) {
        Optional<PromptTab> open = tabs.find(prompt);
        if (open.isPresent() && !open.get().editor().flush()) {
            notices.error(
                    Messages.text("prompt.rename.failed", prompt.value(), id.value()),
                    Messages.text("shell.close.title"));
            return;
        }
        boolean hadKeyboard = open.filter(tab -> Keyboard.isIn(tab.getContent())).isPresent();
        tabs.close(prompt);
        tasks.run(
                Messages.text("prompt.renaming"),
                _ -> renameInStore(prompt, id),
                renamed -> {
                    if (open.isPresent()) {
                        PromptTab tab = tabs.open(id);
                        if (hadKeyboard) {
                            tab.focusText();
                        }
                    }
                    renamed.draftLeft()
                            .ifPresent(e -> notices.error(Messages.text("prompt.rename.draftLeft"), e));
                    notices.done(
                            Messages.text("prompt.renamed", prompt.value(), id.value()),
                            Messages.text("undo"),
                            () -> rename(id, prompt));
                },
                e -> {
                    if (open.isPresent()) {
                        tabs.open(prompt);
                    }
                    notices.error(Messages.text("prompt.rename.failed", prompt.value(), id.value()), e);
                });
    }

    private Renamed renameInStore(PromptId prompt, PromptId id) throws IOException {
        if (registry.drafts().find(id).isPresent()) {
            throw new IllegalArgumentException(Messages.text("prompt.rename.draft", id.value()));
        }
        if (registry.store().find(prompt).isPresent()) {
            registry.store().rename(prompt, id, Act.by(author.get(), ""));
        }
        try {
            registry.drafts().rename(prompt, id);
            return new Renamed(id, Optional.empty());
        } catch (IOException e) {
            return new Renamed(id, Optional.of(e));
        }
    }

    void delete(PromptId prompt) {
        Optional<PromptSummary> summary = registry.catalogue().find(prompt);
        if (summary.isEmpty()) {
            tabs.find(prompt).ifPresent(tab -> tab.editor().discard());
            return;
        }
        String stages = String.join(", ", summary.get().stages().reversed().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList());
        boolean agreed = dialogs.confirm(
                Messages.text("prompt.delete.title"),
                Messages.text("prompt.delete.text", prompt.value(), summary.get().versionCount())
                        + (stages.isEmpty() ? "" : " " + Messages.text("prompt.delete.stages", stages)),
                Messages.text("prompt.delete.act"));
        if (agreed) {
            tabs.close(prompt);
            tasks.run(
                    Messages.text("prompt.deleting"),
                    _ -> registry.deleting().deletePrompt(prompt, author.get(), ""),
                    deleted -> deleted.ifPresentOrElse(
                            this::tellDeleted,
                            () -> notices.done(Messages.text("prompt.deleted", prompt.value()))),
                    e -> notices.error(Messages.text("prompt.delete.failed", prompt.value()), e));
        }
    }

    private void tellDeleted(Deleted deleted) {
        notices.taken(
                Messages.text("prompt.deleted", deleted.prompt().value()),
                Messages.text("undo"),
                () -> tasks.run(
                        Messages.text("prompt.restoring"),
                        _ -> registry.deleting()
                                .restore(deleted, author.get(), Messages.text("prompt.restore.why")),
                        left -> {
                            tabs.open(deleted.prompt());
                            tellLeft(left, notices);
                        },
                        e -> {
                            notices.error(Messages.text("prompt.restore.failed", deleted.prompt().value()), e);
                            tellDeleted(deleted);
                        }));
    }

    /// Says which stages were not moved back, because somebody gave them another version meanwhile.
    static void tellLeft(Collection<Stage> left, Notices notices) {
        if (!left.isEmpty()) {
            notices.done(Messages.text(
                    "prompt.restore.left",
                    String.join(", ", left.stream().map(Stage::name).toList())));
        }
    }
}
