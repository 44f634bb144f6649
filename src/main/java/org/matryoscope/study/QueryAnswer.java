package org.matryoscope.study;

import org.matryoscope.base.Problem;

/** What became of a query. */
public sealed interface QueryAnswer {
    /**
     * It has a vector.
     *
     * @param vector D entries
     * @param row the row whose vector it is; −1 where it is none of the corpus's
     */
    record Found(float[] vector, int row) implements QueryAnswer {}

    /**
     * It has none.
     *
     * @param what why, a clause without a full stop
     * @param remedy what to do, a sentence
     */
    record None(String what, String remedy) implements QueryAnswer {
        /** Returns the same as a failure. */
        public Problem problem() {
            return new Problem("query", what, remedy);
        }
    }
}
