package org.matryoscope.base;

/**
 * A failure that the user can understand and mend: what is wrong, where, and what to do about it. The window shows the three
 * parts apart; the command line prints {@link #getMessage()}, which is always one line.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;
    private final String remedy;

    /**
     * Describes a problem.
     *
     * @param where the file and the place in it ("help.csv, line 12"), or the field of the window; may be empty
     * @param what what is wrong, a clause without a full stop
     * @param remedy what the user can do, a sentence
     */
    public Problem(String where, String what, String remedy) {
        this(where, what, remedy, null);
    }

    /**
     * Describes a problem that has a technical cause.
     *
     * @param where the file and the place in it, or the field of the window; may be empty
     * @param what what is wrong, a clause without a full stop
     * @param remedy what the user can do, a sentence
     * @param cause the failure beneath, for the log
     */
    public Problem(String where, String what, String remedy, @org.jspecify.annotations.Nullable Throwable cause) {
        super(((where.isEmpty() ? "" : where + ": ") + what + ". " + remedy).replaceAll("\\s*\\R\\s*", " "), cause);
        this.where = where;
        this.what = what;
        this.remedy = remedy;
    }

    /** Returns the file and the place in it, or an empty string. */
    public String where() {
        return where;
    }

    /** Returns what is wrong. */
    public String what() {
        return what;
    }

    /** Returns what the user can do about it. */
    public String remedy() {
        return remedy;
    }
}
