package stemma.ui.shell;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stemma.store.Store;
import stemma.transfer.PromptFilesImport;
import stemma.transfer.PromptFilesImport.Source;
import stemma.transfer.PromptFilesReport;
import stemma.transfer.PromptFilesReport.Entry;
import stemma.transfer.PromptFilesReport.Outcome;
import stemma.ui.common.Messages;
import stemma.ui.common.Sentences;

/// Making prompts of many prompt files at once: says what each would become, and asks first.
record FileImports(WindowContext window) {
    /// What was found, and what would become of it.
    private record Offer(List<Source> sources, PromptFilesReport report) {}

    void offer(Store store, List<Path> files) {
        offer(store, String.valueOf(files.getFirst().getFileName()), () -> PromptFilesImport.files(files));
    }

    void offerFolder(Store store, Path folder) {
        offer(store, folder.toString(), () -> PromptFilesImport.below(folder));
    }

    private void offer(Store store, String from, Callable<List<Source>> find) {
        PromptFilesImport importing = new PromptFilesImport(store, window.author());
        window.tasks()
                .run(
                        Messages.text("import.looking", from),
                        progress -> {
                            List<Source> sources = find.call();
                            return new Offer(sources, importing.preview(sources, Imports.shown(progress)));
                        },
                        offer -> ask(importing, store, from, offer),
                        e -> window.notices().error(Messages.text("import.failed", from), e));
    }

    private void ask(PromptFilesImport importing, Store store, String from, Offer offer) {
        PromptFilesReport report = offer.report();
        if (report.cancelled()) {
            return;
        }
        if (report.entries().isEmpty()) {
            window.notices()
                    .remark(Messages.text("import.files.none", from, String.join(" ", OpenedFiles.promptPatterns())));
            return;
        }
        long added = report.count(Outcome.NEW);
        String title = Messages.text("import.title");
        if (added == 0) {
            window.dialogs().show(title, Messages.text("import.files.nothing") + leftOut(report), list(report));
            return;
        }
        boolean agreed = window.dialogs()
                .confirmListed(
                        title,
                        Messages.text("import.files.ask", added, window.storeNames().of(store.uri())) + leftOut(report),
                        list(report),
                        Messages.text("import.files.act", added));
        if (agreed) {
            window.tasks()
                    .runWhole(
                            Messages.text("import.doing", from),
                            progress -> importing.run(offer.sources(), Imports.shown(progress)),
                            done -> tell(from, done),
                            e -> window.notices().error(Messages.text("import.failed", from), e));
        }
    }

    private void tell(String from, PromptFilesReport done) {
        String text = Messages.text(
                        done.cancelled() ? "import.files.cancelled" : "import.files.done",
                        from,
                        done.count(Outcome.NEW))
                + leftOut(done);
        window.notices()
                .done(
                        text,
                        Messages.text("import.show"),
                        () -> window.dialogs().show(Messages.text("import.report"), text, list(done)));
    }

    private static String leftOut(PromptFilesReport report) {
        String counts = Stream.of(Outcome.THERE, Outcome.CONFLICT, Outcome.UNUSABLE)
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> Messages.text("import.files.count", report.count(outcome), word(outcome)))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "" : " " + Messages.text("import.files.leftOut", counts);
    }

    private static String word(Outcome outcome) {
        return Messages.text("import.files." + outcome.name().toLowerCase(Locale.ROOT));
    }

    /// What an author has to look at comes first.
    private static String list(PromptFilesReport report) {
        StringJoiner list = new StringJoiner("\n");
        report.entries().stream().sorted(Comparator.comparing(FileImports::rank)).forEach(entry -> {
            list.add(Messages.text(
                    "import.files.line",
                    entry.name(),
                    word(entry.outcome()),
                    entry.file().getFileName()));
            entry.remarks().forEach(remark -> list.add("    " + Sentences.say(remark)));
        });
        return list.toString();
    }

    private static int rank(Entry entry) {
        return switch (entry.outcome()) {
            case UNUSABLE -> 0;
            case CONFLICT -> 1;
            case NEW -> 2;
            case THERE -> 3;
        };
    }
}
