package org.matryoscope.training;

/**
 * InfoNCE with in-batch negatives, as sentence-transformers' MultipleNegativesRankingLoss takes it: the cross-entropy of
 * softmax(scale · cosine) over the batch's positives, mean over the anchors. A batch of B pairs is B anchors followed by
 * their B positives.
 *
 * @param scale what cosines are multiplied by before the softmax, 20 there
 */
record PairLoss(double scale) implements SimilarityLoss {
    @Override
    public double of(float[] cosines, int n, float[] gradient) {
        int pairs = n / 2;
        double sum = 0;
        double[] shares = new double[pairs];
        for (int anchor = 0; anchor < pairs; anchor++) {
            int from = anchor * n + pairs;
            sum += Softmax.of(cosines, from, pairs, scale, -1, shares) - scale * cosines[from + anchor];
            for (int positive = 0; positive < pairs; positive++) {
                double target = positive == anchor ? 1 : 0;
                gradient[from + positive] = (float) (scale * (shares[positive] - target) / pairs);
            }
        }
        return sum / pairs;
    }
}
