package org.matryoscope.study;

/**
 * Mean similarity of related and of unrelated documents at every prefix 1 … D (index d − 1), with bootstrap 95 % intervals.
 *
 * @param related rows of the related documents
 * @param unrelated rows of the unrelated documents
 * @param meanRelated mean cosine of the related documents
 * @param meanUnrelated mean cosine of the unrelated documents
 * @param relatedLow lower end of the interval of {@code meanRelated}
 * @param relatedHigh upper end
 * @param unrelatedLow lower end of the interval of {@code meanUnrelated}
 * @param unrelatedHigh upper end
 * @param gap meanRelated − meanUnrelated
 * @param gapLow lower end of the gap's interval
 * @param gapHigh upper end
 */
public record GapCurve(int[] related, int[] unrelated, double[] meanRelated, double[] meanUnrelated,
        double[] relatedLow, double[] relatedHigh, double[] unrelatedLow, double[] unrelatedHigh, double[] gap,
        double[] gapLow, double[] gapHigh) {}
