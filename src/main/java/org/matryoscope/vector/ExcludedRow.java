package org.matryoscope.vector;

/**
 * A row that cannot be compared with anything and is left out.
 *
 * @param row its index
 * @param reason "all entries are zero", "NaN at dimension 17", "infinite at dimension 3"
 */
public record ExcludedRow(int row, String reason) {}
