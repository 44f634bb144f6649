package org.matryoscope.question.storage;

import org.matryoscope.retrieval.KeptCurve;

/**
 * What one number format keeps, with the 95 % intervals.
 *
 * @param curve by prefix
 * @param low lower ends
 * @param high upper ends
 */
public record KeptInterval(KeptCurve curve, double[] low, double[] high) {}
