package org.matryoscope.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of a table of scored pairs, as benchmarks of semantic similarity have them.
 *
 * @param first the column of one text
 * @param second the column of the other
 * @param score the column of the score
 */
record PairColumns(String first, String second, String score) {
    private static final List<List<String>> TEXTS = List.of(List.of("sentence1", "sentence2"),
            List.of("sentence_1", "sentence_2"), List.of("sentence_a", "sentence_b"), List.of("text1", "text2"),
            List.of("text_1", "text_2"), List.of("text_a", "text_b"), List.of("question1", "question2"),
            List.of("s1", "s2"), List.of("sent1", "sent2"));
    private static final List<String> SCORES = List.of("score", "similarity", "similarity_score", "gold", "gold_score",
            "relatedness_score", "relatedness");

    /** Finds them by their names, where every score that is seen is a number; empty where the table has none. */
    static Optional<PairColumns> of(TablePreview preview) {
        for (List<String> texts : TEXTS) {
            Optional<String> first = named(preview, texts.getFirst());
            Optional<String> second = named(preview, texts.getLast());
            Optional<String> score = SCORES.stream().flatMap(name -> named(preview, name).stream()).findFirst();
            if (first.isPresent() && second.isPresent() && score.isPresent() && isNumeric(preview, score.get())) {
                return Optional.of(new PairColumns(first.get(), second.get(), score.get()));
            }
        }
        return unnamed(preview);
    }

    /** Three columns without names, two of texts and one of numbers: as the STS benchmark is passed around. */
    private static Optional<PairColumns> unnamed(TablePreview preview) {
        List<String> columns = preview.columns();
        boolean named = preview.format().header();
        if (named || columns.size() != 3 || !isNumeric(preview, columns.getLast()) || isNumeric(preview, columns.get(0))
                || isNumeric(preview, columns.get(1))) {
            return Optional.empty();
        }
        return Optional.of(new PairColumns(columns.get(0), columns.get(1), columns.getLast()));
    }

    private static Optional<String> named(TablePreview preview, String name) {
        return preview.columns()
                .stream()
                .filter(column -> column.strip().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static boolean isNumeric(TablePreview preview, String column) {
        int at = preview.columns().indexOf(column);
        return preview.rows().stream().allMatch(row -> number(row.get(at)).isPresent());
    }

    /** Reads a score. */
    static Optional<Double> number(String cell) {
        try {
            double score = Double.parseDouble(cell.strip());
            return Double.isFinite(score) ? Optional.of(score) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
