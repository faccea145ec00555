package stemma.store.postgres;

import stemma.store.sql.TextCode;

/// PostgreSQL holds every character but U+0000. That one, and the three noncharacters used for it, stand as U+FDD1 and
/// two digits, U+FDD2 for 0 and U+FDD3 for 1. Since a code begins with a character that stands nowhere else, has a
/// fixed length and consists of characters that stand nowhere else, one text holds another exactly when their codes do.
final class NulCode implements TextCode {
    private static final char MARK = '\uFDD1';
    private static final char ZERO = '\uFDD2';
    private static final char ONE = '\uFDD3';

    /// By the number that the digits make.
    private static final String CODED = "\0" + MARK + ZERO + ONE;

    @Override
    public String encode(String text) {
        if (text.chars().noneMatch(c -> CODED.indexOf(c) >= 0)) {
            return text;
        }
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int number = CODED.indexOf(text.charAt(i));
            if (number < 0) {
                encoded.append(text.charAt(i));
            } else {
                encoded.append(MARK).append(digit(number / 2)).append(digit(number % 2));
            }
        }
        return encoded.toString();
    }

    private static char digit(int number) {
        return number == 0 ? ZERO : ONE;
    }

    @Override
    public String decode(String text) {
        if (text.indexOf(MARK) < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == MARK && i + 2 < text.length()) {
                int number = (text.charAt(i + 1) == ONE ? 2 : 0) + (text.charAt(i + 2) == ONE ? 1 : 0);
                decoded.append(CODED.charAt(number));
                i += 2;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }
}
