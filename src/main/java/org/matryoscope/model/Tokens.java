package org.matryoscope.model;

/**
 * A tokenised text.
 *
 * @param ids its token ids, special tokens included, no padding
 * @param typeIds the segment of each token
 * @param cut whether the text was longer than the model takes
 */
record Tokens(long[] ids, long[] typeIds, boolean cut) {
    int length() {
        return ids.length;
    }
}
