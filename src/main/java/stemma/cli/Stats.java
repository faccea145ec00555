package stemma.cli;

import java.io.IOException;
import picocli.CommandLine;
import stemma.prompt.Json;
import stemma.store.Statistics;
import stemma.store.Store;

/// Counts what a store holds.
@CommandLine.Command(name = "stats", description = "Count what the store holds.")
final class Stats extends StoreCommand {
    @Override
    int run(Session session, Store store) throws IOException {
        Statistics count = store.count();
        if (json()) {
            session.out()
                    .json(Forms.object(
                            "store", Forms.text(store.uri().toString()),
                            "prompts", Json.Number.of(count.prompts()),
                            "versions", Json.Number.of(count.versions()),
                            "bytes",
                                    count.bytes().isPresent()
                                            ? Json.Number.of(count.bytes().getAsLong())
                                            : new Json.Null(),
                            "changedAt",
                                    count.changedAt()
                                            .<Json>map(time -> Forms.text(time.toString()))
                                            .orElse(new Json.Null())));
            return ExitCode.DONE;
        }
        Output out = session.out();
        out.line("store:    " + store.uri());
        out.line("prompts:  " + count.prompts());
        out.line("versions: " + count.versions());
        if (count.bytes().isPresent()) {
            out.line("bytes:    " + count.bytes().getAsLong());
        }
        if (count.changedAt().isPresent()) {
            out.line("changed:  " + Times.shown(count.changedAt().get()));
        }
        return ExitCode.DONE;
    }
}
