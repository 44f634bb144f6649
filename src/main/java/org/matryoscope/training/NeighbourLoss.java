package org.matryoscope.training;

/**
 * How far a prefix's neighbourhoods are from those at full size before any map: the Kullback-Leibler divergence of
 * softmax(scale · cosine) over a text's others, mean over the texts. It needs no labels: as in the Matryoshka-Adaptor (arXiv
 * 2407.20243) the full-size similarities teach the prefixes; there they are set against each other by absolute difference.
 *
 * @param scale what cosines are multiplied by before the softmax
 * @param teacher cosines at full size before any map, n × n, row by row
 */
record NeighbourLoss(double scale, float[] teacher) implements SimilarityLoss {
    @Override
    public double of(float[] cosines, int n, float[] gradient) {
        double sum = 0;
        double[] wanted = new double[n];
        double[] shares = new double[n];
        for (int text = 0; text < n; text++) {
            int from = text * n;
            double fullSize = Softmax.of(teacher, from, n, scale, text, wanted);
            double prefix = Softmax.of(cosines, from, n, scale, text, shares);
            // Σ p (log p − log q), where log p = scale · cosine − log of the sum.
            double divergence = prefix - fullSize;
            for (int other = 0; other < n; other++) {
                divergence += wanted[other] * scale * (teacher[from + other] - cosines[from + other]);
                gradient[from + other] = (float) (scale * (shares[other] - wanted[other]) / n);
            }
            sum += divergence;
        }
        return sum / n;
    }
}
