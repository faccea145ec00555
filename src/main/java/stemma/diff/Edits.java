package stemma.diff;

import java.util.ArrayList;
import java.util.List;

/// Reads edits from their numbers: left start, left end, right start, right end.
final class Edits {
    private Edits() {}

    static List<Edit> of(IntList numbers, int from, int to) {
        List<Edit> edits = new ArrayList<>((to - from) / 4);
        for (int at = from; at < to; at += 4) {
            edits.add(new Edit(
                    new Span(numbers.get(at), numbers.get(at + 1)),
                    new Span(numbers.get(at + 2), numbers.get(at + 3))));
        }
        return List.copyOf(edits);
    }
}
