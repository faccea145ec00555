package stemma.cli;

import java.util.Optional;
import picocli.CommandLine;
import stemma.instance.Request;
import stemma.instance.Worker;
import stemma.registry.OpenStores;
import stemma.settings.Home;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// Runs commands of other processes in the program whose window has their store open, so that the window follows. Safe
/// for concurrent use.
public final class Host implements Worker {
    private final Home home;
    private final Stores stores;
    private final OpenStores open;
    private final Cli cli;

    public Host(Home home, Stores stores, OpenStores open) {
        this.home = home;
        this.stores = stores;
        this.open = open;
        this.cli = new Cli(_ -> home, _ -> stores, home.folder(), () -> "");
    }

    /// Takes the work when its store is the one that is open.
    @Override
    public Optional<Work> take(Request request) {
        Optional<Store> store = meant(request);
        return store.map(there -> (in, out, err, isCancelled) -> {
            Output output = new Output(out, err);
            return Cli.guarded(output, () -> {
                CommandLine line = Menu.needed(new Program(), request.arguments());
                Optional<Command> command = cli.parse(line, request.arguments(), output);
                if (command.isEmpty()) {
                    throw Failure.usage("A command is missing.");
                }
                return command.get()
                        .run(new Session(
                                new StoreNames(home, stores, request.folder()),
                                Optional.of(there.uri()),
                                in,
                                output,
                                (_, _, work) -> work.run(there),
                                isCancelled));
            });
        });
    }

    private Optional<Store> meant(Request request) {
        if (request.store().isEmpty()) {
            return open.front();
        }
        try {
            StoreUri address = StoreUri.parse(request.store().get());
            return open.all().stream()
                    .flatMap(there -> stores.as(address, there).stream())
                    .findFirst();
        } catch (IllegalArgumentException | StoreException e) {
            return Optional.empty();
        }
    }
}
