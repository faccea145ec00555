package stemma.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.diff.Change;
import stemma.diff.JsonChange;
import stemma.diff.JsonPath;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Variable;

/// Takes a change that is no message over into a draft.
final class TakingValues {
    private final Content draft;
    private final Content other;
    private final boolean isLeft;

    TakingValues(Content draft, Content other, Flank draftFlank) {
        this.draft = draft;
        this.other = other;
        this.isLeft = draftFlank == Flank.LEFT;
    }

    /// @return the new draft; empty when a draft cannot have the change
    Optional<Content> take(Change change) {
        return switch (change) {
            case Change.TitleChanged _ -> Optional.of(draft.withTitle(other.title()));
            case Change.DescriptionChanged _ -> Optional.of(about(other.description(), draft.syntax()));
            case Change.SyntaxChanged _ -> Optional.of(about(draft.description(), other.syntax()));
            case Change.ConfigChanged(JsonChange value) ->
                Optional.of(draft.withConfig(taken(draft.config(), other.config(), value)));
            case Change.MetadataChanged(JsonChange value) ->
                Optional.of(draft.withMetadata(taken(draft.metadata(), other.metadata(), value)));
            case Change.OfVariable variable -> variable(variable);
            case Change.OfExample example -> example(example);
            default -> Optional.empty();
        };
    }

    private Content about(String description, String syntax) {
        return new Content(
                draft.title(),
                description,
                syntax,
                draft.messages(),
                draft.variables(),
                draft.examples(),
                draft.config(),
                draft.metadata());
    }

    private Optional<Content> variable(Change.OfVariable change) {
        String before =
                switch (change) {
                    case Change.VariableAdded _ -> "";
                    case Change.VariableRemoved(_, Variable variable) -> variable.name();
                    case Change.VariableRenamed(_, _, String name, _) -> name;
                    case Change.VariableMoved(_, _, String name) -> name;
                    case Change.VariableTypeChanged changed -> leftName(changed.left());
                    case Change.VariableRequiredChanged changed -> leftName(changed.left());
                    case Change.VariableDefaultChanged changed -> leftName(changed.left());
                    case Change.VariableDescriptionChanged changed -> leftName(changed.left());
                };
        String after =
                switch (change) {
                    case Change.VariableAdded(_, Variable variable) -> variable.name();
                    case Change.VariableRemoved _ -> "";
                    case Change.VariableRenamed(_, _, _, String name) -> name;
                    case Change.VariableMoved(_, _, String name) -> name;
                    case Change.VariableTypeChanged changed -> changed.name();
                    case Change.VariableRequiredChanged changed -> changed.name();
                    case Change.VariableDefaultChanged changed -> changed.name();
                    case Change.VariableDescriptionChanged changed -> changed.name();
                };
        int here = place(draft, isLeft ? before : after);
        int there = place(other, isLeft ? after : before);
        List<Variable> variables = new ArrayList<>(draft.variables());
        if (change instanceof Change.VariableMoved) {
            variables.add(Math.min(there, variables.size() - 1), variables.remove(here));
        } else {
            put(variables, here, other.variables(), there);
        }
        return Optional.of(draft.withVariables(variables));
    }

    private String leftName(int place) {
        return (isLeft ? draft : other).variables().get(place).name();
    }

    private static int place(Content content, String name) {
        List<String> names =
                content.variables().stream().map(Variable::name).toList();
        return names.indexOf(name);
    }

    private Optional<Content> example(Change.OfExample change) {
        int before =
                switch (change) {
                    case Change.ExampleInserted _ -> -1;
                    case Change.ExampleRemoved(int left, _) -> left;
                    case Change.ExampleMoved(int left, _) -> left;
                    case Change.ExampleInputChanged(int left, _, _) -> left;
                    case Change.ExampleOutputChanged(int left, _, _) -> left;
                };
        int after =
                switch (change) {
                    case Change.ExampleInserted(int right, _) -> right;
                    case Change.ExampleRemoved _ -> -1;
                    case Change.ExampleMoved(_, int right) -> right;
                    case Change.ExampleInputChanged(_, int right, _) -> right;
                    case Change.ExampleOutputChanged(_, int right, _) -> right;
                };
        List<Example> examples = new ArrayList<>(draft.examples());
        put(examples, isLeft ? before : after, other.examples(), isLeft ? after : before);
        return Optional.of(new Content(
                draft.title(),
                draft.description(),
                draft.syntax(),
                draft.messages(),
                draft.variables(),
                examples,
                draft.config(),
                draft.metadata()));
    }

    /// Replaces, removes or inserts one item, so that it is as in the other list.
    ///
    /// @param here its place, -1 when it is not there
    /// @param there its place in the other list, -1 when it is not there
    private static <T> void put(List<T> items, int here, List<T> others, int there) {
        if (there < 0) {
            items.remove(here);
        } else if (here < 0) {
            items.add(Math.min(there, items.size()), others.get(there));
        } else {
            items.set(here, others.get(there));
        }
    }

    /// The tree with one value as in the other tree. A list is taken as a whole, since its items move when one of
    /// them comes or goes.
    private static Json.Object taken(Json.Object draft, Json.Object other, JsonChange change) {
        List<String> path = new ArrayList<>();
        for (JsonPath.Step step : change.path().steps()) {
            if (!(step instanceof JsonPath.Member(String name))) {
                break;
            }
            path.add(name);
        }
        return with(draft, path, find(other, path));
    }

    private static Optional<Json> find(Json.Object tree, List<String> path) {
        Optional<Json> found = tree.get(path.getFirst());
        if (path.size() == 1) {
            return found;
        }
        return found.filter(Json.Object.class::isInstance)
                .flatMap(inner -> find((Json.Object) inner, path.subList(1, path.size())));
    }

    private static Json.Object with(Json.Object tree, List<String> path, Optional<Json> value) {
        Map<String, Json> members = new LinkedHashMap<>(tree.members());
        String name = path.getFirst();
        if (path.size() > 1) {
            Json.Object inner = tree.get(name).orElse(Json.Object.EMPTY) instanceof Json.Object object
                    ? object
                    : Json.Object.EMPTY;
            members.put(name, with(inner, path.subList(1, path.size()), value));
        } else if (value.isPresent()) {
            members.put(name, value.get());
        } else {
            members.remove(name);
        }
        return new Json.Object(members);
    }
}
