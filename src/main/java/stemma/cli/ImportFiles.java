package stemma.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.transfer.JsonLinesImport;
import stemma.transfer.PromptFilesImport;
import stemma.transfer.PromptFilesImport.Source;
import stemma.transfer.promptfile.PromptFormat;

/// Reads versions from JSON Lines, and prompts from prompt files.
@CommandLine.Command(name = "import", description = "Read versions from JSON Lines, such as `export` writes, or make prompts of prompt files and folders of them; what is there already is left.")
final class ImportFiles extends StoreCommand {
    @CommandLine.Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE", description = "- is standard input.")
    private List<String> files = new ArrayList<>();

    @CommandLine.Option(names = "--dry-run", description = "Only count; nothing is written. Needs files.")
    private boolean dryRun;

    @CommandLine.Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who made the prompts of prompt files. Default: the name set in the window, else the system's user name.")
    private @Nullable String author;

    @Override
    Making making() {
        return dryRun ? Making.PRETENDED : Making.DONE;
    }

    @Override
    int run(Session session, Store store) throws IOException {
        if (dryRun && files.contains("-")) {
            throw Failure.usage("--dry-run needs files, not standard input.");
        }
        List<Json> reports = new ArrayList<>();
        int code = ExitCode.DONE;
        for (String file : files) {
            Imported imported;
            try {
                imported = read(session, store, file);
            } catch (FileSystemException e) {
                session.out().message(Cli.explain(e));
                reports.add(Forms.object("file", Forms.text(file), "error", Forms.text(Cli.explain(e))));
                code = ExitCode.FAILED;
                continue;
            } catch (StoreException e) {
                print(session.out(), reports);
                throw e;
            }
            for (String remark : imported.remarks()) {
                session.out().message(remark);
            }
            if (json()) {
                reports.add(imported.json(file, dryRun));
            } else {
                session.out().line(file + ": " + imported.line(dryRun));
            }
            if (imported.cancelled()) {
                print(session.out(), reports);
                throw Failure.failed("The import was cancelled; importing again goes on.");
            }
            code = code == ExitCode.FAILED ? code : imported.exitCode(code);
        }
        print(session.out(), reports);
        return code;
    }

    private void print(Output out, List<Json> reports) throws IOException {
        if (json()) {
            out.json(Forms.object("files", Forms.array(reports)));
        }
    }

    private Imported read(Session session, Store store, String file) throws IOException {
        JsonLinesImport lines = new JsonLinesImport(store);
        if (file.equals("-")) {
            return Imported.of(file, lines.run(session.in(), -1, session.progress()));
        }
        Path path = session.path(file);
        if (Files.isDirectory(path) || PromptFormat.of(path).isPresent()) {
            PromptFilesImport prompts = new PromptFilesImport(store, session.author(Optional.ofNullable(author)));
            List<Source> sources =
                    Files.isDirectory(path) ? PromptFilesImport.below(path) : PromptFilesImport.files(List.of(path));
            return Imported.of(
                    dryRun
                            ? prompts.preview(sources, session.progress())
                            : prompts.run(sources, session.progress()));
        }
        return Imported.of(
                file,
                dryRun ? lines.preview(path, session.progress()) : lines.run(path, session.progress()));
    }
}
