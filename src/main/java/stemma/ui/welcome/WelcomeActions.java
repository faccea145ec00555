package stemma.ui.welcome;

/// What is behind the doors of the welcome.
public interface WelcomeActions {
    /// Fills the embedded store with the sample registry and shows it.
    void openSamples();

    /// Asks for a folder or another store and opens it.
    void openStore();

    /// Asks for a file and imports it into the embedded store.
    void importFile();

    /// Shows the samples with the guided look.
    void lookAround();

    /// Shows the prompts that are there, or that there are none.
    void leave();
}
