package io.kenshin.cli.command;

/** What a command's exit code says; stable. */
public final class ExitCodes {
    /** All is well. */
    public static final int FINE = 0;
    /** The thing asked about is bad: a poisoned model, a rejected version, rejected lines. */
    public static final int BAD = 1;
    /** The command was used wrongly, or names something that is not there. */
    public static final int USAGE = 2;
    /** It could not be done. */
    public static final int FAILURE = 3;

    private ExitCodes() {}
}
