package stemma.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stemma.prompt.Json;

/// Applies JSON changes to the left tree.
final class JsonPatch {
    private JsonPatch() {}

    static Json.Object apply(Json.Object left, List<JsonChange> changes) {
        return (Json.Object) value(left, changes);
    }

    private static Json value(Json left, List<JsonChange> changes) {
        if (changes.isEmpty()) {
            return left;
        }
        JsonChange first = changes.getFirst();
        if (first.left().steps().isEmpty()) {
            return first.after().orElseThrow();
        }
        return switch (left) {
            case Json.Object object -> members(object, changes);
            case Json.Array array -> items(array, changes);
            default -> throw new IllegalArgumentException("there is nothing at " + first.path());
        };
    }

    private static Json members(Json.Object left, List<JsonChange> changes) {
        Map<String, List<JsonChange>> deeper = new LinkedHashMap<>();
        Map<String, Json> members = new LinkedHashMap<>(left.members());
        for (JsonChange change : changes) {
            if (!(change.left().steps().getFirst() instanceof JsonPath.Member(String name))) {
                throw new IllegalArgumentException("there is no list for " + change.path());
            }
            if (change.left().steps().size() == 1 && change.before().isEmpty()) {
                members.put(name, change.after().orElseThrow());
            } else if (change.left().steps().size() == 1 && change.after().isEmpty()) {
                members.remove(name);
            } else {
                deeper.computeIfAbsent(name, _ -> new ArrayList<>()).add(tail(change));
            }
        }
        deeper.forEach((name, inside) -> members.compute(name, (_, before) -> {
            if (before == null) {
                throw new IllegalArgumentException("there is no \"" + name + "\"");
            }
            return value(before, inside);
        }));
        return new Json.Object(members);
    }

    private static Json items(Json.Array left, List<JsonChange> changes) {
        Placement<Json> placement = new Placement<>(left.items());
        Map<Integer, List<JsonChange>> deeper = new HashMap<>();
        for (JsonChange change : changes) {
            int from = index(change.left());
            if (change.left().steps().size() == 1 && change.before().isEmpty()) {
                placement.insert(index(change.right()), change.after().orElseThrow());
            } else if (change.left().steps().size() == 1 && change.after().isEmpty()) {
                placement.remove(from);
            } else {
                deeper.computeIfAbsent(from, _ -> new ArrayList<>()).add(tail(change));
            }
        }
        deeper.forEach((from, inside) -> placement.edit(from, item -> value(item, inside)));
        return new Json.Array(placement.result());
    }

    private static int index(JsonPath path) {
        if (path.steps().getFirst() instanceof JsonPath.Item(int index)) {
            return index;
        }
        throw new IllegalArgumentException("there is no object for " + path);
    }

    private static JsonChange tail(JsonChange change) {
        return new JsonChange(tail(change.left()), tail(change.right()), change.before(), change.after());
    }

    private static JsonPath tail(JsonPath path) {
        return new JsonPath(path.steps().subList(1, path.steps().size()));
    }
}
