package io.kenshin.detection.code;

import java.util.List;

/** What a dialect finds in code, for tests to read. */
final class Marks {
    private Marks() {}

    /** The code with a mark at each place. */
    static String places(Dialect dialect, String code) {
        StringBuilder marked = new StringBuilder(code);
        List<Integer> places = dialect.places(code, dialect.tokens(code));
        for (int i = places.size() - 1; i >= 0; i--) {
            marked.insert(places.get(i), "^");
        }
        return marked.toString();
    }

    static List<String> statements(Dialect dialect, String code) {
        List<Token> tokens = dialect.tokens(code);
        return dialect.statements(code, tokens).stream()
                .map(range -> code.substring(
                        tokens.get(range.from()).start(),
                        tokens.get(range.to() - 1).end()))
                .toList();
    }

    static List<String> texts(Dialect dialect, String code) {
        return dialect.tokens(code).stream().map(Token::text).toList();
    }
}
