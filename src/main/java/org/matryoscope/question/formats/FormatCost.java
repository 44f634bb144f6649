package org.matryoscope.question.formats;

import org.matryoscope.metric.MeanCurve;
import org.matryoscope.vector.NumberFormat;

/**
 * What one number format keeps of the ranking, as means over queries.
 *
 * @param format the number format
 * @param overlapSameD at each prefix, overlap@k of this format's ranking with the reference's at the same prefix, 0 … 1
 * @param overlapFullD at each prefix, overlap@k of this format's ranking with the reference's at D, 0 … 1
 */
public record FormatCost(NumberFormat format, MeanCurve overlapSameD, MeanCurve overlapFullD) {}
