package stemma.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands by their names, in the order the help shows them.
final class Menu {
    private static final Map<String, Supplier<Command>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("list", ListPrompts::new);
        COMMANDS.put("versions", ListVersions::new);
        COMMANDS.put("get", Get::new);
        COMMANDS.put("save", Save::new);
        COMMANDS.put("promote", Promote::new);
        COMMANDS.put("tag", Tag::new);
        COMMANDS.put("delete", Delete::new);
        COMMANDS.put("diff", Diff::new);
        COMMANDS.put("history", History::new);
        COMMANDS.put("import", ImportFiles::new);
        COMMANDS.put("export", Export::new);
        COMMANDS.put("check", Check::new);
        COMMANDS.put("stats", Stats::new);
        COMMANDS.put("stores", ListStores::new);
        COMMANDS.put("completion", Completion::new);
    }

    private Menu() {}

    /// A parser that knows every command.
    static CommandLine whole(Object program) {
        CommandLine line = new CommandLine(program);
        COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// A parser that knows the commands whose names stand among the arguments. Looking at a command's options takes
    /// longer than most commands do.
    static CommandLine needed(Object program, Collection<String> arguments) {
        CommandLine line = new CommandLine(program);
        COMMANDS.forEach((name, command) -> {
            if (arguments.contains(name)) {
                line.addSubcommand(name, command.get());
            }
        });
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }
}
