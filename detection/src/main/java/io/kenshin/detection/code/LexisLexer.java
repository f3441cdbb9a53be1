package io.kenshin.detection.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts source code into the tokens of one language. Like {@link Lexer}, which knows what most languages share, it never
 * fails and takes anything that it does not know as symbols.
 */
final class LexisLexer {
    private final Lexis lexis;
    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    /** Open braces: whether each is that of an expression within a text. */
    private final Deque<Boolean> braces = new ArrayDeque<>();

    private int at;

    private LexisLexer(Lexis lexis, String code) {
        this.lexis = lexis;
        this.code = code;
    }

    static List<Token> tokens(Lexis lexis, String code) {
        LexisLexer lexer = new LexisLexer(lexis, code);
        while (lexer.at < code.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = code.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
            return;
        }
        int comment = lexis.comment(code, at);
        int string = comment < 0 ? lexis.string(code, at, tokens, Boolean.TRUE.equals(braces.peek())) : Lexis.NONE;
        if (comment > at) {
            add(Token.Kind.COMMENT, comment);
        } else if (string > at) {
            add(Token.Kind.STRING, string);
        } else if (Character.isDigit(c)) {
            add(Token.Kind.NUMBER, numberEnd());
        } else if (Character.isJavaIdentifierStart(c)) {
            int end = at;
            while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
                end++;
            }
            boolean keyword = lexis.keywords().contains(code.substring(at, end));
            add(keyword ? Token.Kind.KEYWORD : Token.Kind.WORD, end);
        } else {
            add(Token.Kind.SYMBOL, at + symbolLength());
        }
    }

    private void add(Token.Kind kind, int end) {
        String text = code.substring(at, end);
        // Comments differ in their spacing and stars, not in what they say.
        Token token = new Token(kind, kind == Token.Kind.COMMENT ? text.strip() : text, at, end);
        tokens.add(token);
        at = end;
        if (kind == Token.Kind.SYMBOL || kind == Token.Kind.STRING) {
            if (text.startsWith("}")) {
                braces.poll();
            }
            if (text.equals("{") || lexis.opensExpression(token)) {
                braces.push(!text.equals("{"));
            }
        }
    }

    private int numberEnd() {
        int end = at;
        while (end < code.length()) {
            char c = code.charAt(end);
            boolean sign = (c == '-' || c == '+') && isExponent(end - 1) && digitAt(end + 1);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !sign) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Whether a letter of the number at hand is that of an exponent: an e is a digit of hexadecimal numbers. */
    private boolean isExponent(int letter) {
        boolean hexadecimal = code.startsWith("0x", at) || code.startsWith("0X", at);
        return "eE".indexOf(code.charAt(letter)) >= 0 && !hexadecimal && letter > at;
    }

    private boolean digitAt(int offset) {
        return offset < code.length() && Character.isDigit(code.charAt(offset));
    }

    private int symbolLength() {
        for (String symbol : lexis.symbols()) {
            if (code.startsWith(symbol, at)) {
                return symbol.length();
            }
        }
        return 1;
    }
}
