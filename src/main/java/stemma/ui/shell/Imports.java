package stemma.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stemma.store.Store;
import stemma.transfer.ExportReport;
import stemma.transfer.ImportReport;
import stemma.transfer.JsonLinesExport;
import stemma.transfer.JsonLinesImport;
import stemma.transfer.Progress;
import stemma.transfer.promptfile.PromptFormat;
import stemma.transfer.sample.SampleRegistry;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Sentences;
import stemma.ui.common.Tasks;

/// Bringing prompts in from a file and out to one, and the samples.
final class Imports {
    private static final List<String> LINES = List.of("*.jsonl", "*.ndjson", "*.json");

    private final WindowContext window;
    private final FileImports promptFiles;

    Imports(WindowContext window) {
        this.window = window;
        this.promptFiles = new FileImports(window);
    }

    /// Asks for files: of lines with versions, or prompt files.
    void askAndImport(Store store) {
        List<Path> files = window.dialogs()
                .askFilesToOpen(
                        Messages.text("import.title"),
                        Messages.text("import.kind"),
                        Stream.concat(LINES.stream(), OpenedFiles.promptPatterns().stream())
                                .toArray(String[]::new));
        Map<Boolean, List<Path>> byKind =
                files.stream().collect(Collectors.partitioningBy(file -> PromptFormat.of(file).isPresent()));
        byKind.get(false).forEach(file -> importFile(store, file));
        if (!byKind.get(true).isEmpty()) {
            promptFiles.offer(store, byKind.get(true));
        }
    }

    /// Asks for a folder with prompt files.
    void askAndImportFolder(Store store) {
        window.dialogs()
                .askFolder(Messages.text("import.folder.title"))
                .ifPresent(folder -> promptFiles.offerFolder(store, folder));
    }

    FileImports promptFiles() {
        return promptFiles;
    }

    /// Says what a file holds and imports it when the author agrees.
    void offer(Store store, Path file) {
        window.tasks()
                .run(
                        Messages.text("import.looking", file.getFileName()),
                        progress -> new JsonLinesImport(store).preview(file, shown(progress)),
                        report -> {
                            boolean agreed = !report.cancelled()
                                    && window.dialogs()
                                            .confirm(
                                                    Messages.text("import.title"),
                                                    Messages.text(
                                                            "opened.lines",
                                                            file.getFileName(),
                                                            window.storeNames().of(store.uri()),
                                                            report.added(),
                                                            report.alreadyThere(),
                                                            report.conflicts(),
                                                            report.badLines()),
                                                    Messages.text("opened.lines.act"));
                            if (agreed) {
                                importFile(store, file);
                            }
                        },
                        e -> window.notices().error(Messages.text("import.failed", file), e));
    }

    void importFile(Store store, Path file) {
        window.tasks()
                .runWhole(
                        Messages.text("import.doing", file.getFileName()),
                        progress -> new JsonLinesImport(store).run(file, shown(progress)),
                        report -> tell(file, report),
                        e -> window.notices().error(Messages.text("import.failed", file), e));
    }

    private void tell(Path file, ImportReport report) {
        String summary = Messages.text(
                report.cancelled() ? "import.cancelled" : "import.done",
                file.getFileName(),
                report.added(),
                report.alreadyThere());
        if (report.problems().isEmpty()) {
            window.notices().done(summary);
            return;
        }
        String counts = Messages.text("import.problems", report.conflicts(), report.badLines(), report.notes());
        StringJoiner list = new StringJoiner("\n");
        for (ImportReport.Problem problem : report.problems()) {
            list.add(Messages.text("import.line", problem.line(), kind(problem.kind()), Sentences.say(problem.what())));
        }
        Runnable show = () ->
                window.dialogs().show(Messages.text("import.report"), summary + "\n" + counts, list.toString());
        boolean isBad = report.conflicts() + report.badLines() > 0;
        if (isBad && report.added() == 0) {
            window.notices().error(summary, counts, new Notices.Action(Messages.text("import.show"), show));
        } else {
            window.notices().done(summary + " " + counts, Messages.text("import.show"), show);
        }
        if (isBad) {
            show.run();
        }
    }

    private static String kind(ImportReport.Kind kind) {
        return switch (kind) {
            case BAD_LINE -> Messages.text("import.badLine");
            case CONFLICT -> Messages.text("import.conflict");
            case NOTE -> Messages.text("import.note");
        };
    }

    void askAndExport(Store store) {
        window.dialogs()
                .askFileToSave(Messages.text("export.title"), Messages.text("export.name"))
                .ifPresent(file -> window.tasks()
                        .runWhole(
                                Messages.text("export.doing", file.getFileName()),
                                progress -> new JsonLinesExport(store).run(file, shown(progress)),
                                report -> tell(file, report),
                                e -> window.notices().error(Messages.text("export.failed", file), e)));
    }

    private void tell(Path file, ExportReport report) {
        window.notices()
                .done(Messages.text(
                        report.cancelled() ? "export.cancelled" : "export.done",
                        report.versions(),
                        report.prompts(),
                        file));
        if (!report.problems().isEmpty()) {
            window.dialogs()
                    .show(
                            Messages.text("export.report"),
                            Messages.text("export.left", report.problems().size()),
                            String.join("\n", report.problems().stream().map(Sentences::say).toList()));
        }
    }

    void fillWithSamples(Store store) {
        window.tasks()
                .run(
                        Messages.text("samples.doing"),
                        _ -> {
                            SampleRegistry.fill(store, Clock.systemUTC());
                            return true;
                        },
                        _ -> {},
                        e -> window.notices().error(Messages.text("samples.failed"), e));
    }

    static Progress shown(Tasks.Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction, long count) {
                progress.report(fraction, count == 0 ? "" : Long.toString(count));
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
