package org.matryoscope.corpus;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param line the line in which it begins, from 1
 * @param cells cell by column, in the order of the columns
 */
record Row(long line, Map<String, String> cells) {}
