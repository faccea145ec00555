package stemma.prompt;

/// A version with its content.
public record Version(VersionInfo info, Content content) {
    public PromptId prompt() {
        return info.prompt();
    }

    public VersionLabel label() {
        return info.label();
    }
}
