package io.kenshin.fleet.client;

/** A service said no, or nothing at all. */
public final class ApiException extends RuntimeException {
    private final int status;

    /** @param status of HTTP; 0 when there was no answer */
    public ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
