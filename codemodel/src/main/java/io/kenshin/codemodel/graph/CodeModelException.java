package io.kenshin.codemodel.graph;

/** A model that cannot be used, with the reason and what to do about it in the message. */
public final class CodeModelException extends RuntimeException {
    public CodeModelException(String message) {
        super(message);
    }

    public CodeModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
