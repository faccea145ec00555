package stemma.ui.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import stemma.diff.ChangeList;
import stemma.diff.export.HtmlReport;
import stemma.diff.export.MarkdownReport;
import stemma.diff.export.UnifiedPatch;
import stemma.files.DurableFiles;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.ui.common.Dialogs;
import stemma.ui.common.FileNames;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Tasks;

/// Writes what is compared into a file.
///
/// @param tasks writes
/// @param dialogs asks where
/// @param notices says how it went
record Exporting(Tasks tasks, Dialogs dialogs, Notices notices) {
    /// What a file can hold.
    enum Format {
        PATCH(".patch"),
        HTML(".html"),
        MARKDOWN(".md"),
        JSON(".json");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        String text(ChangeList changes, String left, String right) {
            return switch (this) {
                case PATCH -> UnifiedPatch.of(changes.left(), changes.right());
                case HTML -> HtmlReport.of(changes, left, right);
                case MARKDOWN -> MarkdownReport.of(changes, left, right);
                case JSON -> changes.toJson().pretty() + "\n";
            };
        }
    }

    void export(Format format, ChangeList changes, CompareModel.Pair sides) {
        dialogs.askFileToSave(Messages.text("compare.export"), suggestedName(format, sides))
                .ifPresent(file -> tasks.run(
                        Messages.text("compare.export"),
                        _ -> write(file, format, changes, sides),
                        written -> notices.done(Messages.text("compare.export.done", written)),
                        problem -> notices.error(Messages.text("compare.export.failed", file), problem)));
    }

    /// The prompt is named once where both sides are its versions.
    private static String suggestedName(Format format, CompareModel.Pair sides) {
        Optional<PromptId> named = sides.left().version().map(VersionInfo::prompt);
        return FileNames.of(
                Stream.concat(parts(sides.left(), Optional.empty()), parts(sides.right(), named)), format.ending);
    }

    private static Stream<String> parts(Subject side, Optional<PromptId> named) {
        return side.version()
                .map(version -> Stream.concat(
                        Stream.of(version.prompt())
                                .filter(prompt -> !named.equals(Optional.of(prompt)))
                                .map(prompt -> FileNames.part(prompt.value())),
                        Stream.of(version.label().value())))
                .orElseGet(() -> Stream.of(FileNames.part(side.caption())));
    }

    private static Path write(Path file, Format format, ChangeList changes, CompareModel.Pair sides)
            throws Exception {
        String text = format.text(changes, sides.left().caption(), sides.right().caption());
        DurableFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
