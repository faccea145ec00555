package stemma.cli;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine;

/// The commands by their names.
final class Menu {
    /// In the order the help shows them.
    private static final List<String> NAMES = List.of(
            "list", "versions", "get", "save", "promote", "tag", "delete", "diff", "history", "import", "export", "check",
            "stats", "stores", "completion");

    private Menu() {}

    /// @return a [Command]; said as an object, because the virtual machine would load every class that is named here
    ///     to see that it is one, and most starts need one of them only
    private static Object command(String name) {
        return switch (name) {
            case "list" -> (Object) new ListPrompts();
            case "versions" -> (Object) new ListVersions();
            case "get" -> (Object) new Get();
            case "save" -> (Object) new Save();
            case "promote" -> (Object) new Promote();
            case "tag" -> (Object) new Tag();
            case "delete" -> (Object) new Delete();
            case "diff" -> (Object) new Diff();
            case "history" -> (Object) new History();
            case "import" -> (Object) new ImportFiles();
            case "export" -> (Object) new Export();
            case "check" -> (Object) new Check();
            case "stats" -> (Object) new Stats();
            case "stores" -> (Object) new ListStores();
            case "completion" -> (Object) new Completion();
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    /// A parser that knows every command.
    static CommandLine whole(Object program) {
        return needed(program, NAMES);
    }

    /// A parser that knows the commands whose names stand among the arguments. Looking at a command's options takes
    /// longer than most commands do.
    static CommandLine needed(Object program, Collection<String> arguments) {
        CommandLine line = new CommandLine(program);
        for (String name : NAMES) {
            if (arguments.contains(name)) {
                line.addSubcommand(name, command(name));
            }
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }
}
