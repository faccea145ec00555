package stemma.cli;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine;

/// The commands by their names.
final class Menu {
    /// In the order the help shows them.
    private static final List<String> NAMES = List.of(
            "list", "versions", "get", "save", "promote", "tag", "delete", "diff", "history", "copy", "drift", "import", "export", "check",
            "stats", "stores", "completion");

    private Menu() {}

    /// @return a [Command]; said as an object, because the virtual machine would load every class that is named here
    ///     to see that it is one, and most starts need one of them only. For the same reason this is no expression
    private static Object command(String name) {
        switch (name) {
            case "list":
                return new ListPrompts();
            case "versions":
                return new ListVersions();
            case "get":
                return new Get();
            case "save":
                return new Save();
            case "promote":
                return new Promote();
            case "tag":
                return new Tag();
            case "delete":
                return new Delete();
            case "diff":
                return new Diff();
            case "history":
                return new History();
            case "copy":
                return new Copy();
            case "drift":
                return new Drift();
            case "import":
                return new ImportFiles();
            case "export":
                return new Export();
            case "check":
                return new Check();
            case "stats":
                return new Stats();
            case "stores":
                return new ListStores();
            case "completion":
                return new Completion();
            default:
                throw new IllegalArgumentException("no command " + name);
        }
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
