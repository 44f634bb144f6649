package org.matryoscope.question;

import java.util.List;

import org.matryoscope.base.Problem;

/**
 * A question that this data cannot answer.
 *
 * @param what why, a clause without a full stop
 * @param remedy what to do, a sentence
 * @param queries judged queries of the corpus that could be asked instead; may be empty
 */
public record Unanswered(String what, String remedy, List<String> queries) implements Reply {
    /** Copies the list. */
    public Unanswered {
        queries = List.copyOf(queries);
    }

    /** Returns the same as a failure. */
    public Problem problem() {
        String first = queries.isEmpty() ? "" : " For example “" + queries.getFirst() + "”.";
        return new Problem("", what, remedy + first);
    }
}
