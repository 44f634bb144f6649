package org.matryoscope.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How the token vectors of a session are pooled.
 *
 * @param poolings the poolings, concatenated
 * @param padLeft whether batches are padded in front
 * @param padId the token that fills
 * @param skippedQueryTokens tokens at the start of a query that are not pooled (its prompt's)
 * @param skippedDocumentTokens tokens at the start of a document that are not pooled
 */
record OnnxPooling(List<Pooling> poolings, boolean padLeft, int padId, int skippedQueryTokens,
        int skippedDocumentTokens) {
    /** Pools every text of a batch. */
    List<float[]> pool(OnnxOutput output, TokenBatch batch, Role role) {
        int skipped = role == Role.QUERY ? skippedQueryTokens : skippedDocumentTokens;
        long[] mask = skipped == 0 ? batch.mask() : batch.maskWithoutFirst(skipped);
        List<float[]> pooled = new ArrayList<>(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            int at = row * batch.length();
            pooled.add(Poolers.pool(output.values(), at * output.width(), output.width(), mask, at, batch.length(),
                    batch.firstToken(row), poolings));
        }
        return pooled;
    }
}
