package stemma.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// By how much one transaction changes the number of prompts that have a tag.
final class TagCounts {
    private final SortedMap<String, Integer> changes = new TreeMap<>();

    /// A prompt had some tags and has others now.
    void change(Set<String> before, Set<String> after) {
        after.stream().filter(tag -> !before.contains(tag)).forEach(tag -> changes.merge(tag, 1, Integer::sum));
        before.stream().filter(tag -> !after.contains(tag)).forEach(tag -> changes.merge(tag, -1, Integer::sum));
    }

    /// To be called at the end of the transaction. Always in the same order, and last, so that two transactions do not
    /// wait for each other.
    void write(Session session) throws SQLException {
        List<Map.Entry<String, Integer>> changed =
                changes.entrySet().stream().filter(change -> change.getValue() != 0).toList();
        List<Integer> found = session.updateAll(
                "UPDATE tag_counts SET prompts = prompts + ? WHERE tag = ?",
                changed.stream().map(change -> new Object[] {change.getValue(), change.getKey()}));
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            if (found.get(i) == 0) {
                missing.add(new Object[] {changed.get(i).getKey(), changed.get(i).getValue()});
            }
        }
        session.updateAll("INSERT INTO tag_counts (tag, prompts) VALUES (?, ?)", missing.stream());
    }
}
