package org.matryoscope.model;

import java.util.Arrays;

/**
 * A tokenised text.
 *
 * @param ids its token ids, special tokens included, no padding; static models get neither special nor unknown tokens
 * @param typeIds the segment of each token
 * @param cut whether the text was longer than the model takes
 */
record Tokens(long[] ids, long[] typeIds, boolean cut) {
    /** Returns the tokens without those of the given id. */
    Tokens without(long id) {
        long[] kept = Arrays.stream(ids).filter(token -> token != id).toArray();
        return new Tokens(kept, new long[kept.length], cut);
    }

    int length() {
        return ids.length;
    }
}
