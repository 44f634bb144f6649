package org.matryoscope.training;

/** A loss of the cosines within a batch of texts, taken at one prefix. */
interface SimilarityLoss {
    /**
     * Takes it.
     *
     * @param cosines n × n, row by row
     * @param n how many texts
     * @param gradient n × n zeros; receives its derivative by each cosine, each entry of the matrix a variable of its own
     * @return the loss
     */
    double of(float[] cosines, int n, float[] gradient);
}
