package stemma.transfer.promptfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files that hold one prompt, told by their names.
public enum PromptFormat {
    /// Microsoft's: front matter and a body with role markers.
    PROMPTY("Prompty", ".prompty"),
    /// Google's: front matter and a Handlebars template.
    DOTPROMPT("Dotprompt", ".prompt"),
    /// GitHub's: one YAML mapping.
    GITHUB_MODELS("GitHub Models", ".prompt.yml", ".prompt.yaml"),
    /// Stemma's own version files.
    STEMMA("Stemma", ".md"),
    /// Nothing but the text of a plain prompt.
    TEXT("Text", ".txt");

    private final String title;
    private final List<String> endings;

    PromptFormat(String title, String... endings) {
        this.title = title;
        this.endings = List.of(endings);
    }

    /// A name for people.
    public String title() {
        return title;
    }

    /// How names of such files end, each with its dot.
    public List<String> endings() {
        return endings;
    }

    /// What a file's name says; empty for a name of no such format.
    public static Optional<PromptFormat> of(Path file) {
        for (PromptFormat format : values()) {
            if (format.nameWithoutEnding(file).isPresent()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// What stands before the ending; empty when the name has another ending, or nothing before it.
    public Optional<String> nameWithoutEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return endings.stream()
                .filter(ending -> name.length() > ending.length()
                        && name.toLowerCase(Locale.ROOT).endsWith(ending))
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .findFirst();
    }
}
