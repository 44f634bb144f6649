package org.matryoscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tokenised texts padded to one length, row after row.
 *
 * @param rows number of texts, those that only fill a fixed number included
 * @param length tokens a row
 * @param ids rows × length token ids
 * @param typeIds rows × length segment ids
 * @param mask rows × length, 1 for a token and 0 for padding
 */
record TokenBatch(int rows, int length, long[] ids, long[] typeIds, long[] mask) {
    /**
     * Pads.
     *
     * @param texts at least one text, and no more or longer ones than the shape takes
     * @param padLeft whether padding stands in front
     * @param padId the token that fills
     * @param shape what the model takes; the last text is repeated to fill its rows
     */
    static TokenBatch of(List<Tokens> texts, boolean padLeft, int padId, InputShape shape) {
        int length = shape.lengthFor(texts.stream().mapToInt(Tokens::length).max().orElse(0));
        int rows = shape.rowsFor(texts.size());
        int cells = Math.multiplyExact(rows, length);
        TokenBatch batch = new TokenBatch(rows, length, new long[cells], new long[cells], new long[cells]);
        Arrays.fill(batch.ids, padId);
        for (int row = 0; row < rows; row++) {
            Tokens text = texts.get(Math.min(row, texts.size() - 1));
            int at = row * length + (padLeft ? length - text.length() : 0);
            System.arraycopy(text.ids(), 0, batch.ids, at, text.length());
            System.arraycopy(text.typeIds(), 0, batch.typeIds, at, text.length());
            Arrays.fill(batch.mask, at, at + text.length(), 1);
        }
        return batch;
    }

    /** Returns the position of each token among its text's tokens: cumsum(mask) − 1, and 0 in front of the first. */
    long[] positions() {
        long[] positions = new long[mask.length];
        for (int row = 0; row < rows; row++) {
            long seen = 0;
            for (int at = row * length; at < (row + 1) * length; at++) {
                seen += mask[at];
                positions[at] = Math.max(0, seen - 1);
            }
        }
        return positions;
    }

    /** Returns the ids of all texts one behind the other, without padding. */
    long[] flatIds() {
        return IntStream.range(0, ids.length).filter(at -> mask[at] != 0).mapToLong(at -> ids[at]).toArray();
    }

    /** Returns where each text starts in {@link #flatIds()}. */
    long[] offsets() {
        long[] offsets = new long[rows];
        for (int row = 1; row < rows; row++) {
            offsets[row] = offsets[row - 1] + tokens(row - 1);
        }
        return offsets;
    }

    private long tokens(int row) {
        return Arrays.stream(mask, row * length, (row + 1) * length).sum();
    }

    /** Returns the index in its row of the row's first token that is not padding. */
    int firstToken(int row) {
        int at = 0;
        while (at < length - 1 && mask[row * length + at] == 0) {
            at++;
        }
        return at;
    }

    /** Returns the mask without the first {@code count} tokens of each row. */
    long[] maskWithoutFirst(int count) {
        long[] rest = mask.clone();
        for (int row = 0; row < rows; row++) {
            int left = count;
            for (int at = row * length; at < (row + 1) * length && left > 0; at++) {
                left -= (int) mask[at];
                rest[at] = 0;
            }
        }
        return rest;
    }
}
