package io.kenshin.fleet.terminal;

import java.io.PrintStream;
import java.util.Locale;

/** What people see while they wait: a line that changes on a terminal, plain lines elsewhere. Goes to stderr. */
public final class Terminal {
    private static final String[] FRAMES = {"|", "/", "-", "\\"};
    private static final int WIDTH = 28;
    private static final long PLAIN_PAUSE_NANOS = 10_000_000_000L;

    private final PrintStream out;
    private final boolean live;
    private String status = "";
    private int frame;
    private long lastPlain;

    public Terminal() {
        this(System.err, System.console() != null);
    }

    Terminal(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Says what is being waited for. */
    public void status(String text) {
        boolean changed = !text.equals(status);
        status = text;
        if (live) {
            redraw(FRAMES[frame] + " " + text);
        } else if (changed) {
            plain(text);
        }
    }

    /** Shows that the wait goes on. */
    public void spin() {
        frame = (frame + 1) % FRAMES.length;
        if (live && !status.isEmpty()) {
            redraw(FRAMES[frame] + " " + status);
        }
    }

    /** Shows how much of a task is done. */
    public void progress(String task, long done, long total, String note) {
        double part = total <= 0 ? 0 : Math.min(1, (double) done / total);
        String text = String.format(Locale.ROOT, "%-22s %3.0f %%  %s", task, 100 * part, note);
        if (live) {
            int filled = (int) Math.round(part * WIDTH);
            redraw("[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + text);
        } else {
            plain(text);
        }
        status = "";
    }

    private void plain(String text) {
        // A log file needs to know that something happens, not each step of it.
        if (System.nanoTime() - lastPlain > PLAIN_PAUSE_NANOS || lastPlain == 0) {
            out.println("  " + text);
            lastPlain = System.nanoTime();
        }
    }

    /** Something is finished. */
    public void done(String what, long sinceNanos) {
        say(String.format(Locale.ROOT, "  ok  %-34s %6.1f s", what, (System.nanoTime() - sinceNanos) / 1e9));
    }

    public void say(String line) {
        clear();
        out.println(line);
        status = "";
        lastPlain = 0;
    }

    public void warn(String line) {
        say("  !!  " + line);
    }

    private void redraw(String text) {
        clear();
        out.print(text);
        out.flush();
    }

    private void clear() {
        if (live) {
            out.print("\r\u001b[K");
        }
    }
}
