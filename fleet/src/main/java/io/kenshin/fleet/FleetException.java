package io.kenshin.fleet;

/** The fleet cannot do what was asked; the message names what is in the way. */
public final class FleetException extends RuntimeException {
    public FleetException(String message) {
        super(message);
    }

    public FleetException(String message, Throwable cause) {
        super(message, cause);
    }
}
