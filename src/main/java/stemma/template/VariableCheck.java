package stemma.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.Content;
import stemma.prompt.Variable;

/// Declared variables beside those that the messages use, so that an editor can mark what does not fit.
///
/// @param findings the declared variables in their order, then the others in the order of their first use
public record VariableCheck(List<Finding> findings) {

    /// How a variable's declaration and its uses fit.
    public enum State {
        /// Declared and used.
        USED,
        /// Declared; no message uses it.
        UNUSED,
        /// Used; nothing declares it.
        UNDECLARED,
        /// Not declared, and every use stands inside a section whose items may well have a member of this name.
        MAYBE_MEMBER
    }

    /// Where a variable is used.
    ///
    /// @param message index of the message
    /// @param start index of the name's first `char` in the message's text
    /// @param end index after the name's last `char`
    public record Place(int message, int start, int end) {}

    /// What is known of one variable.
    ///
    /// @param name as declared, otherwise as used
    /// @param places every use, in order
    /// @param suggestion for an undeclared variable the declared one that was probably meant; for an unused one the
    ///     undeclared name that it probably should have
    public record Finding(String name, State state, List<Place> places, Optional<String> suggestion) {
        public Finding {
            places = List.copyOf(places);
        }
    }

    /// Similar names are looked for among this many at most: the search compares each with each.
    private static final int MOST_COMPARED = 100;

    private static final int LONGEST_COMPARED = 60;

    public VariableCheck {
        findings = List.copyOf(findings);
    }

    /// Compares what a content declares with what its messages use under its syntax.
    public static VariableCheck of(Content content) {
        Syntax syntax = Syntaxes.of(content.syntax());
        Map<String, List<Place>> declared = new LinkedHashMap<>();
        content.variables().forEach(variable -> declared.put(variable.name(), new ArrayList<>()));
        Map<String, List<Place>> undeclared = new LinkedHashMap<>();
        Map<String, Boolean> certain = new LinkedHashMap<>();
        for (int i = 0; i < content.messages().size(); i++) {
            for (Occurrence use : syntax.occurrences(content.messages().get(i).text())) {
                Place place = new Place(i, use.start(), use.end());
                String name = declared.containsKey(use.path()) ? use.path() : use.name();
                if (declared.containsKey(name)) {
                    declared.get(name).add(place);
                } else {
                    undeclared.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
                    certain.merge(name, !use.maybeMember(), Boolean::logicalOr);
                }
            }
        }
        return new VariableCheck(findings(content, syntax, declared, undeclared, certain));
    }

    private static List<Finding> findings(
            Content content,
            Syntax syntax,
            Map<String, List<Place>> declared,
            Map<String, List<Place>> undeclared,
            Map<String, Boolean> certain) {
        List<String> unused = declared.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        List<String> strangers =
                undeclared.keySet().stream().filter(certain::get).toList();
        List<Finding> findings = new ArrayList<>();
        for (Variable variable : content.variables()) {
            List<Place> places = declared.get(variable.name());
            // Of a syntax that Stemma does not know nothing can be said, least of all that a variable is unused.
            boolean used = !places.isEmpty() || !syntax.isKnown();
            findings.add(new Finding(
                    variable.name(),
                    used ? State.USED : State.UNUSED,
                    places,
                    used ? Optional.empty() : nearest(variable.name(), strangers)));
        }
        undeclared.forEach((name, places) -> {
            boolean sure = certain.get(name);
            Optional<String> meant = sure
                    ? nearest(name, unused).or(() -> nearest(name, List.copyOf(declared.keySet())))
                    : Optional.empty();
            findings.add(new Finding(name, sure ? State.UNDECLARED : State.MAYBE_MEMBER, places, meant));
        });
        return findings;
    }

    /// Declared variables that no message uses.
    public List<Finding> unused() {
        return findings.stream().filter(finding -> finding.state() == State.UNUSED).toList();
    }

    /// Variables that a message uses and nothing declares.
    public List<Finding> undeclared() {
        return findings.stream()
                .filter(finding -> finding.state() == State.UNDECLARED)
                .toList();
    }

    private static Optional<String> nearest(String name, List<String> candidates) {
        if (candidates.size() > MOST_COMPARED || name.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            if (candidate.length() > LONGEST_COMPARED) {
                continue;
            }
            int distance = distance(plain(name), plain(candidate));
            int allowed = Math.max(1, Math.min(name.length(), candidate.length()) / 3);
            if (distance <= allowed && distance < least && Math.min(name.length(), candidate.length()) > 2) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /// `userName`, `user_name` and `user-name` are one name in three tongues.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one name into the other.
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[one.length()][other.length()];
    }
}
