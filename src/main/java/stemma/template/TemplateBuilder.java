package stemma.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Collects what a parser finds and matches the beginnings of sections with their ends. An end that skips inner
/// sections closes them as faulty: their tags stay as written, what is in them is kept.
final class TemplateBuilder {
    /// Sections nested deeper than this are left as written, so that no text overflows the stack.
    static final int DEEPEST = 100;

    private static final int MOST_PROBLEMS = 1_000;

    /// One of the tags of a section with what follows it: its beginning, an `else`.
    record Part(Optional<Expression> condition, int start, int end, List<Node> body) {}

    /// A section whose end has not been seen.
    static final class Block {
        final String key;
        final List<Part> parts = new ArrayList<>();
        private final BiFunction<Block, Integer, Node> maker;
        private final List<String> bound = new ArrayList<>();
        private final boolean changesContext;

        private Block(String key, BiFunction<Block, Integer, Node> maker, boolean changesContext) {
            this.key = key;
            this.maker = maker;
            this.changesContext = changesContext;
        }

        int start() {
            return parts.getFirst().start();
        }

        Expression head() {
            return parts.getFirst().condition().orElseThrow();
        }

        List<Node> body() {
            return parts.getFirst().body();
        }

        List<Node> otherwise() {
            return parts.size() > 1 ? parts.getLast().body() : List.of();
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Block> open = new ArrayList<>();
    private final Map<String, Integer> openKeys = new HashMap<>();
    private final Map<String, Integer> boundNames = new HashMap<>();
    private int contextChanges;

    TemplateBuilder(String text) {
        this.text = text;
    }

    void token(Token.Kind kind, int start, int end) {
        tokens.add(new Token(kind, start, end));
    }

    void problem(Problem.Kind kind, int start, int end) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(Problem.at(kind, text, start, end));
        }
    }

    /// Reports a use of `path`, whose first name is `nameLength` long and starts at `start`, unless it is bound.
    void use(String path, int start, int nameLength, boolean maybeMember) {
        String name = path.substring(0, nameLength);
        if (!boundNames.containsKey(name)) {
            occurrences.add(new Occurrence(name, path, start, start + nameLength, maybeMember));
        }
    }

    /// Makes a name the text's own until the innermost open section ends.
    void bind(String name) {
        boundNames.merge(name, 1, Integer::sum);
        if (!open.isEmpty()) {
            open.getLast().bound.add(name);
        }
    }

    /// Whether a section around this place has another context than the caller's values.
    boolean isContextChanged() {
        return contextChanges > 0;
    }

    Optional<Block> innermost() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
    }

    void add(Node node) {
        body().add(node);
    }

    void text(int start, int end) {
        text(start, end, text.substring(start, end));
    }

    void text(int start, int end, String shown) {
        if (!shown.isEmpty()) {
            add(new Node.Text(start, end, shown));
        }
    }

    /// Begins a section with its first tag.
    ///
    /// @param key what an end must name to end it
    /// @param maker makes the node from the finished block and the index after its last tag
    void open(String key, Optional<Expression> head, int start, int end, boolean changesContext,
            BiFunction<Block, Integer, Node> maker) {
        Block block = new Block(key, maker, changesContext);
        block.parts.add(new Part(head, start, end, new ArrayList<>()));
        open.add(block);
        openKeys.merge(key, 1, Integer::sum);
        if (changesContext) {
            contextChanges++;
        }
    }

    /// Begins another branch of the innermost section.
    void otherwise(Optional<Expression> condition, int start, int end) {
        open.getLast().parts.add(new Part(condition, start, end, new ArrayList<>()));
    }

    /// Ends the innermost section with this key; reports an end without a beginning.
    void close(String key, int start, int end) {
        if (!openKeys.containsKey(key)) {
            problem(Problem.Kind.UNMATCHED_END, start, end);
            add(new Node.Opaque(start, end));
            return;
        }
        int index = open.size() - 1;
        while (!open.get(index).key.equals(key)) {
            index--;
        }
        dissolve(index + 1);
        Block block = open.removeLast();
        forget(block);
        if (open.size() >= DEEPEST) {
            problem(Problem.Kind.TOO_DEEP, block.start(), block.parts.getFirst().end());
            add(new Node.Opaque(block.start(), end));
        } else {
            add(block.maker.apply(block, end));
        }
    }

    Template build() {
        dissolve(0);
        problems.sort(Comparator.comparingInt(Problem::start));
        occurrences.sort(Comparator.comparingInt(Occurrence::start));
        return new Template(tokens, occurrences, problems, nodes);
    }

    /// Gives up the sections from `from` on. Outermost first, so that each node moves once.
    private void dissolve(int from) {
        List<Block> faulty = open.subList(from, open.size());
        if (faulty.isEmpty()) {
            return;
        }
        List<Node> target = from == 0 ? nodes : open.get(from - 1).parts.getLast().body();
        for (Block block : faulty) {
            problem(Problem.Kind.UNCLOSED_SECTION, block.start(), block.parts.getFirst().end());
            for (Part part : block.parts) {
                target.add(new Node.Opaque(part.start(), part.end()));
                target.addAll(part.body());
            }
            forget(block);
        }
        faulty.clear();
    }

    private void forget(Block block) {
        openKeys.merge(block.key, -1, (old, step) -> old + step == 0 ? null : old + step);
        for (String name : block.bound) {
            boundNames.merge(name, -1, (old, step) -> old + step == 0 ? null : old + step);
        }
        if (block.changesContext) {
            contextChanges--;
        }
    }

    private List<Node> body() {
        return open.isEmpty() ? nodes : open.getLast().parts.getLast().body();
    }
}
