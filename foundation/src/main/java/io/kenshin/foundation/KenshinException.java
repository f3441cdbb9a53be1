package io.kenshin.foundation;

/** An error that the caller can do something about; the message says what. */
public final class KenshinException extends RuntimeException {
    private final ErrorCode code;

    public KenshinException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public KenshinException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** Whether the database was away for so long that somebody else, or a later hour, has to go on. */
    public static boolean isAway(Throwable e) {
        return e instanceof KenshinException known && known.code == ErrorCode.AWAY;
    }
}
