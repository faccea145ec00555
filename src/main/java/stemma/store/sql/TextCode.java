package stemma.store.sql;

/// How texts stand in a database that cannot hold every character. A text holds another one exactly when the encoded
/// text holds the other one encoded, so that encoded texts can be searched.
public interface TextCode {
    /// For databases that hold every character.
    TextCode PLAIN = new TextCode() {
        @Override
        public String encode(String text) {
            return text;
        }

        @Override
        public String decode(String text) {
            return text;
        }
    };

    /// A text as the database is to hold it.
    String encode(String text);

    /// The text that [#encode] was given, to the character.
    String decode(String text);
}
