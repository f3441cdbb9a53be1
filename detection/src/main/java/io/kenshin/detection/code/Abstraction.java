package io.kenshin.detection.code;

import java.util.Set;

/** How much of a token's text counts when code is compared. */
public enum Abstraction {
    /** All of it. */
    NONE,
    /** Numbers and strings are placeholders. */
    LITERALS,
    /** Names are placeholders too; keywords are not. */
    NAMES;

    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "else",
            "for",
            "while",
            "do",
            "switch",
            "case",
            "default",
            "break",
            "continue",
            "return",
            "throw",
            "throws",
            "try",
            "catch",
            "finally",
            "new",
            "this",
            "super",
            "null",
            "true",
            "false",
            "instanceof",
            "class",
            "static",
            "final",
            "public",
            "private",
            "protected",
            "abstract",
            "synchronized",
            "void",
            "int",
            "long",
            "double",
            "float",
            "boolean",
            "char",
            "byte",
            "short",
            "assert",
            "import",
            "package",
            "def",
            "in",
            "not",
            "and",
            "or",
            "None",
            "True",
            "False",
            "lambda",
            "with",
            "as",
            "raise",
            "except",
            "sizeof",
            "struct",
            "const",
            "unsigned",
            "goto");

    public static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    /** The text under which a token is compared. */
    public String of(Token token) {
        return switch (token.kind()) {
            case NUMBER -> this == NONE ? token.text() : "<number>";
            case STRING -> this == NONE ? token.text() : "<string>";
            case WORD -> this == NAMES && !isKeyword(token.text()) ? "<name>" : token.text();
            case COMMENT, SYMBOL -> token.text();
        };
    }
}
