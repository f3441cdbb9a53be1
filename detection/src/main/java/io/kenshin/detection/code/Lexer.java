package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts source code into tokens. It never fails: it knows what C-like languages and Python share, and takes anything
 * else as symbols, because it has to read snippets that do not parse.
 */
public final class Lexer {
    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String code) {
        this.code = code;
    }

    public static List<Token> tokens(String code) {
        Lexer lexer = new Lexer(code);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (code.startsWith("//", at) || (c == '#' && startsLine())) {
                add(Token.Kind.COMMENT, lineEnd());
            } else if (code.startsWith("/*", at)) {
                int close = code.indexOf("*/", at + 2);
                add(Token.Kind.COMMENT, close < 0 ? code.length() : close + 2);
            } else if (c == '"' || c == '\'') {
                add(Token.Kind.STRING, stringEnd(c));
            } else if (Character.isDigit(c)) {
                add(Token.Kind.NUMBER, numberEnd());
            } else if (Character.isJavaIdentifierStart(c)) {
                add(Token.Kind.WORD, wordEnd());
            } else {
                add(Token.Kind.SYMBOL, at + symbolLength());
            }
        }
    }

    private void add(Token.Kind kind, int end) {
        String text = code.substring(at, end);
        // Comments differ in their spacing and stars, not in what they say.
        tokens.add(new Token(kind, kind == Token.Kind.COMMENT ? text.strip() : text, at, end));
        at = end;
    }

    private boolean startsLine() {
        int before = at - 1;
        while (before >= 0 && code.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || code.charAt(before) == '\n';
    }

    private int lineEnd() {
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }

    private int stringEnd(char quote) {
        for (int i = at + 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return code.length();
    }

    private int numberEnd() {
        int end = at;
        while (end < code.length() && (Character.isLetterOrDigit(code.charAt(end)) || code.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private int wordEnd() {
        int end = at;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private int symbolLength() {
        if (at + 1 < code.length()) {
            String two = code.substring(at, at + 2);
            if (List.of("==", "!=", "<=", ">=", "&&", "||", "++", "--", "->", "::", "+=", "-=", "*=", "/=")
                    .contains(two)) {
                return 2;
            }
        }
        return 1;
    }
}
