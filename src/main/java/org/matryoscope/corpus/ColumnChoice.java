package org.matryoscope.corpus;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table become what.
 *
 * @param text the column of the texts
 * @param id the column of the ids; null to number the rows by their lines
 * @param levels the columns of the labels, coarse to fine; may be empty
 */
public record ColumnChoice(String text, @Nullable String id, List<String> levels) {}
