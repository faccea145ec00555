package stemma.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.store.DriverOption;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;

/// Lists kinds of stores, and the stores that are known.
@CommandLine.Command(name = "stores", description = "List the kinds of stores with their options, and the stores that are known.")
final class ListStores extends Command {
    @Override
    int run(Session session) throws IOException {
        List<StoreDriver> drivers = session.stores().drivers().stream()
                .sorted(Comparator.comparing(StoreDriver::scheme))
                .toList();
        StoreUri usual = session.usual();
        Set<StoreUri> known = new LinkedHashSet<>(List.of(usual, session.embedded()));
        if (json()) {
            session.out()
                    .json(Forms.object(
                            "default", Forms.text(usual.toString()),
                            "known", Forms.texts(known.stream().map(StoreUri::toString).toList()),
                            "kinds", Forms.array(drivers.stream().map(ListStores::json).toList())));
            return ExitCode.DONE;
        }
        Output out = session.out();
        out.line("Known stores");
        for (StoreUri store : known) {
            out.line("  " + store + (store.equals(usual) ? "  (default)" : ""));
        }
        out.line("Kinds of stores");
        for (StoreDriver driver : drivers) {
            out.line("  " + driver.scheme() + ":  " + driver.title());
            for (DriverOption option : driver.options()) {
                out.line("    " + option.name() + "  " + option.title() + ", "
                        + option.kind().name().toLowerCase(Locale.ROOT)
                        + (option.required() ? ", required" : "")
                        + (option.defaultValue().isEmpty() ? "" : ", default " + option.defaultValue()));
            }
        }
        return ExitCode.DONE;
    }

    private static Json json(StoreDriver driver) {
        return Forms.object(
                "scheme", Forms.text(driver.scheme()),
                "title", Forms.text(driver.title()),
                "options", Forms.array(driver.options().stream().map(ListStores::json).toList()));
    }

    private static Json json(DriverOption option) {
        return Forms.object(
                "name", Forms.text(option.name()),
                "title", Forms.text(option.title()),
                "kind", Forms.text(option.kind().name().toLowerCase(Locale.ROOT)),
                "required", new Json.Bool(option.required()),
                "default", Forms.text(option.defaultValue()));
    }
}
