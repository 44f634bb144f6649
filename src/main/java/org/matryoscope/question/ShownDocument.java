package org.matryoscope.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.matryoscope.chart.SeriesStyle.Marker;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;

/**
 * A document that a chart shows.
 *
 * @param row its row
 * @param text its text, on one line
 * @param judgement what is known of its relevance
 */
public record ShownDocument(int row, String text, Judgement judgement) {
    private static final int OF_EACH_KIND = 5;
    /** The most documents that a chart shows. */
    public static final int AT_MOST = 12;

    /** What is known of a document's relevance to the query. */
    public enum Judgement {
        RELEVANT("● "), NOT_RELEVANT("× "), UNJUDGED("");

        private final String sign;

        Judgement(String sign) {
            this.sign = sign;
        }

        /** Returns what a judged query says of a row. */
        public static Judgement of(int row, @Nullable JudgedQuery judged) {
            return Optional.ofNullable(judged)
                    .map(JudgedQuery::grades)
                    .map(grades -> grades.get(row))
                    .map(grade -> grade > 0 ? RELEVANT : NOT_RELEVANT)
                    .orElse(UNJUDGED);
        }
    }

    /**
     * Chooses documents: those selected; else the judged ones, the best and as many not relevant; else the first of a ranking.
     *
     * @param corpus where they are
     * @param selection selected rows
     * @param judged the judged query in force, or null
     * @param ranking rows, best first
     * @return at most 12
     */
    public static List<ShownDocument> choose(Corpus corpus, List<Integer> selection, @Nullable JudgedQuery judged,
            int[] ranking) {
        List<Integer> rows = new ArrayList<>();
        if (!selection.isEmpty()) {
            rows.addAll(selection);
        } else if (judged != null && !judged.grades().isEmpty()) {
            judged.grades()
                    .entrySet()
                    .stream()
                    .filter(grade -> grade.getValue() > 0)
                    .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(OF_EACH_KIND)
                    .forEach(grade -> rows.add(grade.getKey()));
            judged.grades()
                    .entrySet()
                    .stream()
                    .filter(grade -> grade.getValue() <= 0)
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .limit(OF_EACH_KIND)
                    .forEach(grade -> rows.add(grade.getKey()));
        } else {
            java.util.Arrays.stream(ranking).limit(OF_EACH_KIND).forEach(rows::add);
        }
        return rows.stream()
                .filter(row -> row >= 0 && row < corpus.documents().size())
                .limit(AT_MOST)
                .map(row -> new ShownDocument(row, oneLine(corpus.documents().get(row).text()),
                        Judgement.of(row, judged)))
                .toList();
    }

    /** Returns a text with every run of white space as one space. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Returns its text, shortened, behind the sign of its judgement. */
    public String label() {
        return judgement.sign + shortened(40);
    }

    /** Returns its text, shortened to a table's cell, behind the sign of its judgement. */
    public String shortLabel() {
        return judgement.sign + shortened(22);
    }

    /** Returns its text in quotation marks, shortened. */
    public String quoted() {
        return "“" + shortened(32) + "”";
    }

    /** Returns the sign of its judgement in a chart. */
    public Marker marker() {
        return switch (judgement) {
            case RELEVANT -> Marker.CIRCLE;
            case NOT_RELEVANT -> Marker.CROSS;
            case UNJUDGED -> Marker.NONE;
        };
    }

    private String shortened(int length) {
        return shortened(text, length);
    }

    /** Returns a text on one line of at most so many characters, the last an ellipsis where it was longer. */
    public static String shortened(String of, int length) {
        String line = oneLine(of);
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
    }
}
