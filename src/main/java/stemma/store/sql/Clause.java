package stemma.store.sql;

import java.util.List;

/// A part of a statement.
///
/// @param values what its parameters are, in their order
public record Clause(String sql, List<Object> values) {
    public Clause {
        values = List.copyOf(values);
    }
}
