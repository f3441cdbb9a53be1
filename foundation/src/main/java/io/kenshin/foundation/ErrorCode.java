package io.kenshin.foundation;

/** A kind of thing that goes wrong, with the HTTP status that says so. */
public enum ErrorCode {
    INVALID_INPUT(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    TOO_LARGE(413),
    TOO_MANY(429),
    UNAVAILABLE(503),
    /** What every request and record needs, the database, is away: the fault of none of them. */
    AWAY(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
