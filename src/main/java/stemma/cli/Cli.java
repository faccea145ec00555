package stemma.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import stemma.instance.Call;
import stemma.instance.Handover;
import stemma.search.SearchUnavailableException;
import stemma.settings.Home;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// Reads a command line and runs its command. Immutable.
///
/// @param locate finds the data folder, from the one that was asked for
/// @param stores the kinds of stores, by the data folder
/// @param folder where relative paths begin; absolute
/// @param version the program's version, which is looked for in a file
public record Cli(Function<Optional<Path>, Home> locate, Function<Home, Stores> stores, Path folder, Supplier<String> version) {

    /// Opens the window, for a command line without a command.
    @FunctionalInterface
    public interface Window {
        /// @param call what was asked for; a store that is neither an address nor a store's name as it was typed
        /// @return the exit code
        int open(Home home, Call call);
    }

    /// Runs a command line to its end. Nothing but the streams is used of the process; the streams are not closed.
    ///
    /// @return the exit code: 0 done, 1 failed, 2 usage, 3 not found, 4 conflict, 5 differences found
    public int run(List<String> arguments, InputStream in, OutputStream out, OutputStream err, Window window) {
        Output output = new Output(out, err);
        return guarded(output, () -> {
            if (arguments.isEmpty()) { // a double-click, which need not wait for the parser
                return window.open(locate.apply(Optional.empty()), Call.WINDOW);
            }
            Arguments.refuseLost(arguments, System.getProperty("native.encoding"));
            Program program = new Program();
            CommandLine line = Menu.needed(program, arguments);
            Optional<Command> command = parse(line, arguments, output);
            if (command.isEmpty() && isAnswered(line)) {
                return ExitCode.DONE;
            }
            Home home = locate.apply(program.home());
            StoreNames names = new StoreNames(home, stores.apply(home), folder);
            if (command.isEmpty()) {
                Optional<String> store =
                        program.store().isEmpty() ? Optional.empty() : Optional.of(names.address(program.store().get()));
                return window.open(home, new Call(store, program.files(folder)));
            }
            program.refuseFiles();
            Optional<StoreUri> address =
                    program.store().isEmpty() ? Optional.empty() : Optional.of(names.find(program.store().get()));
            OwnOpening opener = new OwnOpening(arguments, out, err);
            return command.get().run(new Session(names, address, in, output, opener, () -> false));
        });
    }

    private static boolean isAnswered(CommandLine line) {
        CommandLine.ParseResult parsed = line.getParseResult();
        return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested() || parsed.hasSubcommand();
    }

    /// What a command does, with every way to fail.
    @FunctionalInterface
    interface Attempt {
        int run() throws IOException;
    }

    /// The command that the arguments name; empty when there is none, or when they ask for help, which is printed.
    ///
    /// @throws Failure when they make no sense
    Optional<Command> parse(CommandLine line, List<String> arguments, Output output) throws IOException {
        CommandLine.ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            if (line.getSubcommands().isEmpty()) {
                return parse(Menu.whole(new Program()), arguments, output); // which knows what was meant
            }
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            throw Failure.usage(e.getMessage() + "\nTry \"" + name + " --help\".");
        }
        while (parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            parsed = parsed.subcommand();
        }
        CommandLine last = parsed.commandSpec().commandLine();
        if (parsed.isVersionHelpRequested()) {
            output.line("Stemma " + version.get());
        } else if (parsed.isUsageHelpRequested()) {
            CommandLine shown = last.getParent() == null ? Menu.whole(new Program()) : last;
            StringWriter usage = new StringWriter();
            shown.usage(new PrintWriter(usage));
            output.exactly(usage.toString());
        } else if (last.getCommand() instanceof Command command) {
            return Optional.of(command);
        }
        return Optional.empty();
    }

    /// Runs something and makes of every way to fail a sentence and an exit code.
    static int guarded(Output output, Attempt attempt) {
        try {
            try {
                int code = attempt(output, attempt);
                output.flush();
                return code;
            } catch (Output.GoneException e) {
                output.tell(e);
                return ExitCode.FAILED;
            }
        } catch (IOException e) {
            return ExitCode.FAILED; // nobody is there to be told
        }
    }

    private static int attempt(Output output, Attempt attempt) throws IOException {
        try {
            return attempt.run();
        } catch (Failure e) {
            return fail(output, e.exitCode(), e.getMessage());
        } catch (StoreException e) {
            return fail(output, ExitCode.of(e), e.getMessage());
        } catch (Output.GoneException e) {
            throw e;
        } catch (Handover.LostException | SearchUnavailableException e) {
            return fail(output, ExitCode.FAILED, e.getMessage());
        } catch (CancellationException e) {
            return fail(output, ExitCode.FAILED, "The command was cancelled.");
        } catch (IOException e) {
            return fail(output, ExitCode.FAILED, explain(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            System.getLogger(Cli.class.getName()).log(System.Logger.Level.ERROR, "unexpected", e);
            return fail(
                    output,
                    ExitCode.FAILED,
                    "Something unexpected went wrong: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static int fail(Output output, int code, String message) throws IOException {
        output.message(message);
        return code;
    }

    static String explain(IOException e) {
        if (e instanceof StandardInput.UnreadableException) {
            return e.getMessage();
        }
        if (!(e instanceof FileSystemException problem)) {
            return "Reading or writing failed: " + e.getMessage();
        }
        String reason =
                switch (problem) {
                    case NoSuchFileException _ -> "it is not there";
                    case AccessDeniedException _ -> "access is denied";
                    default ->
                        problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason();
                };
        return "The file " + problem.getFile() + " cannot be used: " + reason + ".";
    }
}
