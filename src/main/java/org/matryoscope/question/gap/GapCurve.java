package org.matryoscope.question.gap;

/**
 * Mean similarity of related and of unrelated documents at every prefix 1 … D (index d − 1), with 95 % percentile
 * bootstrap intervals. A side of one document has no spread to draw from: its interval is the point itself, and the gap's
 * interval then tells of the other side alone.
 *
 * @param related rows of the related documents, ascending, without excluded ones
 * @param unrelated rows of the unrelated documents, likewise
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
