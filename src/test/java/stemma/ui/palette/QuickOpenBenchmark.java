package stemma.ui.palette;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.registry.Catalogue;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

/// How long quick open searches after each keystroke. The first argument is the number of prompts, 100,000 if left out.
/// See `docs/benchmarks.md`.
final class QuickOpenBenchmark {
    private static final String[] WORDS = {
        "support", "greeting", "triage", "summary", "meeting", "translate", "legal", "review", "contract", "customer",
        "refund", "welcome", "onboarding", "classify", "extract", "invoice", "reply", "tone", "formal", "draft"
    };
    private static final String[] TYPED = {
        "greeting", "legal review", "onb", "cust ref formal", "sgt", "invoice 99", "meeting 1.0", "draft@production", "#none"
    };

    private QuickOpenBenchmark() {}

    public static void main(String[] arguments) {
        int prompts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Random random = new Random(1);
        try (Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()))) {
            for (int i = 0; i < prompts; i++) {
                String id = word(random) + "/" + word(random) + "-" + word(random) + "-" + i;
                Content content = Content.plain("text").withTitle(word(random) + " " + word(random) + " for " + word(random));
                store.append(NewVersion.first(new PromptId(id), VersionLabel.FIRST, content, "ada", ""));
            }
            Catalogue catalogue = new Catalogue(store);
            catalogue.reload(() -> false);
            QuickOpenSource.Target target = new QuickOpenSource.Target() {
                @Override
                public void open(PromptId prompt) {}

                @Override
                public void open(PromptId prompt, VersionLabel version) {}

                @Override
                public void narrow(String tag) {}
            };
            QuickOpenSource source = new QuickOpenSource(catalogue, store, target);
            long started = System.nanoTime();
            source.find("", List.of(), () -> false);
            System.out.printf(Locale.ROOT, "first search, nothing typed: %.1f ms%n", (System.nanoTime() - started) / 1e6);
            type(source);
            print("keystroke", type(source));
        }
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static List<Double> type(QuickOpenSource source) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            for (String text : TYPED) {
                for (int end = 1; end <= text.length(); end++) {
                    long started = System.nanoTime();
                    source.find(text.substring(0, end), List.of(), () -> false);
                    millis.add((System.nanoTime() - started) / 1e6);
                }
            }
        }
        return millis;
    }

    private static void print(String what, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, 95 %% %.1f ms, longest %.1f ms (%d)%n",
                what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.getLast(),
                millis.size());
    }
}
