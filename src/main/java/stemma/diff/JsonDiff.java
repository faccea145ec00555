package stemma.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.Json;

/// Compares JSON trees value by value: the order of members does not count, the text of numbers does, and one item
/// inserted in an array does not shift the others.
final class JsonDiff {
    /// Members that tell which item of a list is which.
    private static final List<String> NAMES = List.of("id", "name", "key", "role", "type");

    private static final int ITEM_WEIGHT = 10;

    private final Budget budget;
    private final List<JsonChange> changes = new ArrayList<>();

    private JsonDiff(Budget budget) {
        this.budget = budget;
    }

    static List<JsonChange> between(Json.Object left, Json.Object right, Budget budget) {
        JsonDiff diff = new JsonDiff(budget);
        diff.compare(JsonPath.ROOT, left, JsonPath.ROOT, right);
        return List.copyOf(diff.changes);
    }

    private void compare(JsonPath leftPath, Json left, JsonPath rightPath, Json right) {
        if (left.equals(right)) {
            return;
        }
        if (left instanceof Json.Object before && right instanceof Json.Object after) {
            members(leftPath, before, rightPath, after);
        } else if (left instanceof Json.Array before && right instanceof Json.Array after) {
            items(leftPath, before.items(), rightPath, after.items());
        } else {
            changes.add(new JsonChange(leftPath, rightPath, Optional.of(left), Optional.of(right)));
        }
    }

    private void members(JsonPath leftPath, Json.Object left, JsonPath rightPath, Json.Object right) {
        left.members().forEach((name, before) -> {
            JsonPath.Step step = new JsonPath.Member(name);
            Optional<Json> after = right.get(name);
            if (after.isPresent()) {
                compare(leftPath.with(step), before, rightPath.with(step), after.get());
            } else {
                removed(leftPath.with(step), rightPath.with(step), before);
            }
        });
        right.members().forEach((name, after) -> {
            if (left.get(name).isEmpty()) {
                JsonPath.Step step = new JsonPath.Member(name);
                added(leftPath.with(step), rightPath.with(step), after);
            }
        });
    }

    private void removed(JsonPath left, JsonPath right, Json value) {
        changes.add(new JsonChange(left, right, Optional.of(value), Optional.empty()));
    }

    private void added(JsonPath left, JsonPath right, Json value) {
        changes.add(new JsonChange(left, right, Optional.empty(), Optional.of(value)));
    }

    private void items(JsonPath leftPath, List<Json> left, JsonPath rightPath, List<Json> right) {
        int[] match = equalItems(left, right);
        int leftAt = 0;
        int rightAt = 0;
        for (int i = 0; i <= left.size(); i++) {
            int j = i == left.size() ? right.size() : match[i];
            if (j < 0) {
                continue;
            }
            pairUp(left, leftAt, i, right, rightAt, j, match);
            leftAt = i + 1;
            rightAt = j + 1;
        }
        boolean[] taken = new boolean[right.size()];
        for (int i = 0; i < left.size(); i++) {
            JsonPath.Step step = new JsonPath.Item(i);
            if (match[i] < 0) {
                removed(leftPath.with(step), rightPath.with(step), left.get(i));
            } else {
                taken[match[i]] = true;
                JsonPath.Step other = new JsonPath.Item(match[i]);
                compare(leftPath.with(step), left.get(i), rightPath.with(other), right.get(match[i]));
            }
        }
        for (int j = 0; j < right.size(); j++) {
            if (!taken[j]) {
                JsonPath.Step step = new JsonPath.Item(j);
                added(leftPath.with(step), rightPath.with(step), right.get(j));
            }
        }
    }

    private int[] equalItems(List<Json> left, List<Json> right) {
        Map<Json, Integer> ids = new HashMap<>();
        int[] leftIds = left.stream().mapToInt(item -> ids.computeIfAbsent(item, _ -> ids.size())).toArray();
        int[] rightIds = right.stream().mapToInt(item -> ids.computeIfAbsent(item, _ -> ids.size())).toArray();
        int[] weights = new int[ids.size()];
        Arrays.fill(weights, ITEM_WEIGHT);
        Aligner aligner = new Aligner(0, budget);
        aligner.learn(weights, weights.length);
        int[] match = new int[leftIds.length];
        aligner.align(leftIds, 0, leftIds.length, rightIds, 0, rightIds.length, match);
        return match;
    }

    /// Pairs changed items: in their order when there are as many on both sides, else by their names.
    private static void pairUp(
            List<Json> left, int leftFrom, int leftTo, List<Json> right, int rightFrom, int rightTo, int[] match) {
        boolean even = leftTo - leftFrom == rightTo - rightFrom;
        int rightAt = rightFrom;
        for (int i = leftFrom; i < leftTo; i++) {
            if (even) {
                match[i] = rightAt++;
                continue;
            }
            for (int j = rightAt; j < rightTo; j++) {
                if (isSameThing(left.get(i), right.get(j))) {
                    match[i] = j;
                    rightAt = j + 1;
                    break;
                }
            }
        }
    }

    private static boolean isSameThing(Json left, Json right) {
        if (!(left instanceof Json.Object a) || !(right instanceof Json.Object b)) {
            return false;
        }
        for (String name : NAMES) {
            if (a.get(name).isPresent() || b.get(name).isPresent()) {
                return a.get(name).equals(b.get(name));
            }
        }
        return false;
    }
}
