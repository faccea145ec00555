package stemma.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// The process that [KillTest] kills: writes at random for ever. Before each write it prints a line that begins with
/// `try`, and when the write was acknowledged one that begins with `ack`; both tell the write and end with a dot, so
/// that half a line is noticed.
///
/// Arguments: the store's URI, the number of the first write, which is also the seed. Opens the store when it is sent
/// a line.
final class KilledWriter {
    private static final List<String> IDS =
            IntStream.range(0, 12).mapToObj(i -> (i % 3 == 0 ? "deep/er/p" : "p") + i).toList();
    private static final List<String> TAGS = List.of("launch", "reviewed by Ada", "наука", "q3");
    private static final List<Stage> STAGES = List.of(Stage.STAGING, Stage.PRODUCTION, new Stage("canary"));
    private static final int MOST_VERSIONS = 25;

    private final Store store;
    private final Random random;
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    private KilledWriter(Store store, Random random) {
        this.store = store;
        this.random = random;
    }

    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[1]);
        while (System.in.read() != '\n') {
            Thread.onSpinWait();
        }
        Store store = Stores.discovered().open(StoreUri.parse(arguments[0]));
        KilledWriter writer = new KilledWriter(store, new Random(number));
        while (true) {
            writer.write(number++);
        }
    }

    private void write(int number) {
        KilledAct act = choose(number);
        say("try", act);
        try {
            act.perform(store);
        } catch (StoreException.Invalid e) {
            // this kind of store cannot hold that
            return;
        }
        say("ack", act);
    }

    private void say(String what, KilledAct act) {
        out.print(what + "\t" + act.line() + "\t.\n");
        out.flush();
    }

    private KilledAct choose(int number) {
        PromptId id = new PromptId(IDS.get(random.nextInt(IDS.size())));
        Optional<PromptSummary> found = store.find(id);
        if (found.isEmpty()) {
            return new KilledAct.Append(number, id, Optional.empty(), VersionLabel.FIRST, tags());
        }
        PromptSummary prompt = found.get();
        int chance = prompt.versionCount() > MOST_VERSIONS ? 92 : random.nextInt(100);
        if (chance < 45) {
            VersionLabel label = prompt.head().next(VersionLabel.Step.values()[random.nextInt(3)]);
            return new KilledAct.Append(number, id, Optional.of(prompt.head()), label, tags());
        }
        if (chance >= 97) {
            PromptId newId = new PromptId(IDS.get(random.nextInt(IDS.size())));
            return store.find(newId).isEmpty()
                    ? new KilledAct.Rename(number, id, newId)
                    : new KilledAct.DeletePrompt(number, id);
        }
        VersionLabel label = anyVersion(id);
        if (chance < 70) {
            Stage stage = STAGES.get(random.nextInt(STAGES.size()));
            Optional<VersionLabel> from = Optional.ofNullable(prompt.stages().get(stage));
            Optional<VersionLabel> to = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(label);
            return new KilledAct.Promote(number, id, stage, from, to);
        }
        return chance < 90
                ? new KilledAct.Tag(number, id, label, tags())
                : new KilledAct.DeleteVersion(number, id, label);
    }

    private VersionLabel anyVersion(PromptId id) {
        List<VersionInfo> versions = store.versions(id);
        return versions.get(random.nextInt(versions.size())).label();
    }

    private SortedSet<String> tags() {
        List<String> tags = new ArrayList<>(TAGS);
        tags.removeIf(_ -> random.nextInt(3) > 0);
        return new TreeSet<>(tags);
    }
}
