package stemma.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One step of a schema.
///
/// @param statements in the order they are run
public record Migration(List<String> statements) {
    public Migration {
        statements = List.copyOf(statements);
    }

    /// Reads the resources `0001.sql`, `0002.sql`, … of a folder on the class path. Statements end with `;` at the
    /// end of a line; lines that begin with `--` are left out.
    ///
    /// @param neighbour a class of the package that the folder mirrors
    public static List<Migration> of(Class<?> neighbour, int count) {
        List<Migration> migrations = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            migrations.add(read(neighbour, String.format("%04d.sql", number)));
        }
        return List.copyOf(migrations);
    }

    private static Migration read(Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " of " + neighbour + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return new Migration(Arrays.stream(text.split(";\\s*(\\n|$)"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
