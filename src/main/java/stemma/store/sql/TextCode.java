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

    String encode(String text);

    String decode(String text);
}
