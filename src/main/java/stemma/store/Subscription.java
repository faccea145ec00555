package stemma.store;

/// Ends when closed; closing again does nothing.
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
