package stemma.template;

import java.util.List;
import java.util.Map;
import stemma.prompt.Json;

/// Takes every text as it stands.
record PlainSyntax(String id, String title, boolean isKnown) implements Syntax {
    @Override
    public List<Token> scan(String text) {
        return List.of();
    }

    @Override
    public List<Occurrence> occurrences(String text) {
        return List.of();
    }

    @Override
    public Rendering render(String text, Map<String, Json> values) {
        return new Rendering(text, List.of(), List.of());
    }

    @Override
    public List<Problem> check(String text) {
        return List.of();
    }
}
