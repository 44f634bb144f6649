package org.matryoscope.question.formats;

import java.util.List;

import org.matryoscope.vector.NumberFormat;

/**
 * What shorter number formats cost in agreement.
 *
 * @param reference the format of the vectors given, whose rankings the others are compared with
 * @param k depth of the overlap
 * @param prefixes the prefix lengths, ascending
 * @param queries how many queries the means are over
 * @param offered how many there were to sample them from, evenly
 * @param formats one entry a format, the reference first, then shorter ones
 */
public record FormatCosts(NumberFormat reference, int k, int[] prefixes, int queries, int offered,
        List<FormatCost> formats) {}
