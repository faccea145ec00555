package stemma.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.settings.Connection;
import stemma.settings.Connections;
import stemma.store.DriverOption;
import stemma.store.StoreDriver;
import stemma.store.Stores;

/// Lists kinds of stores, and the stores that are known.
@CommandLine.Command(name = "stores", description = "List the kinds of stores with their options, and the stores that are known.")
final class ListStores extends Command {
    @Override
    int run(Session session) throws IOException {
        List<StoreDriver> drivers = session.stores().drivers().stream()
                .sorted(Comparator.comparing(StoreDriver::scheme))
                .toList();
        Connections remembered = new Connections(session.settings());
        String usual = session.usual().toString();
        String embedded = session.embedded().toString();
        if (json()) {
            Set<String> known = new LinkedHashSet<>(List.of(usual, embedded));
            known.addAll(remembered.addresses());
            session.out()
                    .json(Forms.object(
                            "default", Forms.text(usual),
                            "embedded", Forms.text(embedded),
                            "known", Forms.texts(known),
                            "connections",
                                    Forms.array(remembered.all().stream()
                                            .map(ListStores::json)
                                            .toList()),
                            "recent", Forms.texts(remembered.recent()),
                            "kinds",
                                    Forms.array(drivers.stream()
                                            .map(driver -> json(session.stores(), driver))
                                            .toList())));
            return ExitCode.DONE;
        }
        Table known = new Table("NAME", "STORE", "COLOUR", "PINNED");
        for (Connection connection : remembered.all()) {
            known.row(
                    connection.name(),
                    shown(connection.address(), usual),
                    colour(connection),
                    connection.isPinned() ? "yes" : "");
        }
        Set<String> unnamed = new LinkedHashSet<>(List.of(usual, embedded));
        unnamed.addAll(remembered.recent());
        unnamed.removeIf(address -> remembered.find(address).isPresent());
        for (String address : unnamed) {
            known.row("", shown(address, usual), "", "");
        }
        known.print(session.out());
        printKinds(session, drivers);
        return ExitCode.DONE;
    }

    private static String shown(String address, String usual) {
        return address.equals(usual) ? address + " (default)" : address;
    }

    private static String colour(Connection connection) {
        return connection.colour() == Connection.Colour.NONE
                ? ""
                : connection.colour().name().toLowerCase(Locale.ROOT);
    }

    private static void printKinds(Session session, List<StoreDriver> drivers) throws IOException {
        Output out = session.out();
        out.line("");
        out.line("Kinds of stores");
        for (StoreDriver driver : drivers) {
            out.line("  " + driver.scheme() + ":  " + driver.title());
            for (DriverOption option : session.stores().options(driver)) {
                out.line("    " + option.name() + "  " + option.title() + ", "
                        + option.kind().name().toLowerCase(Locale.ROOT)
                        + (option.choices().isEmpty() ? "" : " (" + String.join(", ", option.choices()) + ")")
                        + (option.required() ? ", required" : "")
                        + (option.defaultValue().isEmpty() ? "" : ", default " + option.defaultValue()));
            }
        }
    }

    /// Where its secrets are is nobody's business here.
    private static Json json(Connection connection) {
        return Forms.object(
                "name", Forms.text(connection.name()),
                "address", Forms.text(connection.address()),
                "colour", colour(connection).isEmpty() ? new Json.Null() : Forms.text(colour(connection)),
                "pinned", new Json.Bool(connection.isPinned()));
    }

    private static Json json(Stores stores, StoreDriver driver) {
        return Forms.object(
                "scheme", Forms.text(driver.scheme()),
                "title", Forms.text(driver.title()),
                "options", Forms.array(stores.options(driver).stream().map(ListStores::json).toList()));
    }

    private static Json json(DriverOption option) {
        return Forms.object(
                "name", Forms.text(option.name()),
                "title", Forms.text(option.title()),
                "kind", Forms.text(option.kind().name().toLowerCase(Locale.ROOT)),
                "required", new Json.Bool(option.required()),
                "default", Forms.text(option.defaultValue()),
                "choices", Forms.array(option.choices().stream().map(Forms::text).toList()));
    }
}
