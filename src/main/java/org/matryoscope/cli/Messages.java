package org.matryoscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Model.CommandSpec;

import org.matryoscope.base.Progress;

/**
 * What a command says beside its result, on standard error: notes, warnings, and how far it is. The last is shown on a terminal
 * alone, in one line that is written over and over and is gone before anything else appears.
 */
final class Messages {
    private static final long SHOWN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int PERCENT = 100;

    private final PrintWriter err;
    /** The same without the escapes of {@link Visible}: it must move the terminal's cursor. */
    private final PrintWriter terminal;
    private final boolean onTerminal;
    private boolean quiet;
    private boolean shown;
    private long shownAt;
    private String shownWhat = "";

    /**
     * Speaks to standard error.
     *
     * @param err standard error
     * @param onTerminal whether it is a terminal
     */
    Messages(PrintWriter err, boolean onTerminal) {
        this.terminal = err;
        this.err = new PrintWriter(Visible.writer(err, this::clear), true);
        this.onTerminal = onTerminal;
    }

    /** Returns what the command speaks through. */
    static Messages of(CommandSpec command) {
        return ((MatryoscopeCommand) command.root().userObject()).messages();
    }

    /** From now on only failures are told. */
    void silence() {
        quiet = true;
    }

    /** Tells what was assumed. */
    void note(String text) {
        tell("note: " + text);
    }

    /** Tells what the user should know before trusting the result. */
    void warn(String text) {
        tell("warning: " + text);
    }

    private void tell(String text) {
        if (!quiet) {
            fail(text);
        }
    }

    /** Tells why there is no result, also where the rest is not told. */
    void fail(String text) {
        err.println("matryoscope: " + text);
    }

    /** Standard error as it is, for usage. */
    PrintWriter writer() {
        return err;
    }

    /**
     * Returns what shows how far a piece of work is.
     *
     * @param what the work, in a word or two
     */
    Progress progress(String what) {
        return onTerminal && !quiet ? (done, total) -> show(what, done, total) : Progress.NONE;
    }

    private synchronized void show(String what, long done, long total) {
        long now = System.nanoTime();
        if (!shown || !what.equals(shownWhat) || now - shownAt >= SHOWN_EVERY_NANOS) {
            shown = true;
            shownAt = now;
            shownWhat = what;
            String share = total > 0 ? " " + PERCENT * done / total + " %" : "";
            terminal.print(CLEAR_LINE + Visible.line(what) + share);
            terminal.flush();
        }
    }

    /** Takes the line with the progress away. */
    synchronized void clear() {
        if (shown) {
            shown = false;
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }
}
