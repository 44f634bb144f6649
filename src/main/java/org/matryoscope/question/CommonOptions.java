package org.matryoscope.question;

import java.util.List;

/** Options that several questions have. */
public final class CommonOptions {
    /** How many of the first documents are compared. */
    public static final Option.Whole DEPTH = Option.Whole.count("k", "top k", "Depth of the overlap.", 10, 1, 5, 10, 20,
            50, 100);

    /** Which prefixes are looked at and listed. */
    public static final Option.PrefixList DIMS = dims(false);

    /** Which prefixes are listed of an answer that is known at every prefix; the same option otherwise. */
    public static final Option.PrefixList LISTED = dims(true);

    private CommonOptions() {
    }

    private static Option.PrefixList dims(boolean shown) {
        return new Option.PrefixList("dims", "listed at",
                "Prefix lengths to list, separated by commas; those the model was trained for, else powers of two, unless given.",
                "as trained", List.of(List.of(), List.of(64, 128, 256, 512)), shown);
    }
}
