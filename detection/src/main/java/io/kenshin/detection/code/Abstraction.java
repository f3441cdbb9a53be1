package io.kenshin.detection.code;

/** How much of a token's text counts when code is compared. */
public enum Abstraction {
    /** All of it. */
    NONE,
    /** Numbers and strings are placeholders. */
    LITERALS,
    /** Names are placeholders too; keywords are not. */
    NAMES;

    /** The text under which a token is compared. */
    public String of(Token token) {
        return switch (token.kind()) {
            case NUMBER -> this == NONE ? token.text() : "<number>";
            case STRING -> this == NONE ? token.text() : "<string>";
            case WORD -> this == NAMES && !Keywords.contains(token.text()) ? "<name>" : token.text();
            case KEYWORD, COMMENT, SYMBOL -> token.text();
        };
    }
}
