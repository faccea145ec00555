package stemma.diff;

import java.util.ArrayList;
import java.util.List;

/// Where in a JSON tree a value stands, from the root: `response_format.schema`, `stop[1]`, `["odd key"]`.
public record JsonPath(List<Step> steps) {
    /// The root itself.
    public static final JsonPath ROOT = new JsonPath(List.of());

    /// One step down.
    public sealed interface Step {}

    /// Into the member of an object.
    public record Member(String name) implements Step {}

    /// Into an item of an array, counted from 0.
    public record Item(int index) implements Step {}

    public JsonPath {
        steps = List.copyOf(steps);
    }

    JsonPath with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new JsonPath(longer);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Item item -> out.append('[').append(item.index()).append(']');
                case Member member -> {
                    if (member.name().matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
                        out.append(out.isEmpty() ? "" : ".").append(member.name());
                    } else {
                        String quoted = member.name().replace("\\", "\\\\").replace("\"", "\\\"");
                        out.append("[\"").append(quoted).append("\"]");
                    }
                }
            }
        }
        return out.toString();
    }
}
