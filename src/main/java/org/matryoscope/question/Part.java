package org.matryoscope.question;

import java.util.List;

import org.matryoscope.chart.Chart;

/**
 * An answer that another was drawn from.
 *
 * @param question the question that it answers, and that says more
 * @param choices the options with which it was asked
 * @param sentences what was found, in words
 * @param chart its chart
 * @param tables its numbers
 * @param measuredOn what was measured on what, a sentence
 */
public record Part(Question question, Choices choices, List<String> sentences, Chart chart, List<Table> tables,
        String measuredOn) {
    /** Copies the lists. */
    public Part {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
    }

    /**
     * Takes an answer as a part of another.
     *
     * @param question the question
     * @param answer its answer
     * @param choices the options in force
     * @param prefixes prefix lengths whose numbers are listed
     */
    public static Part of(Question question, Answer answer, Choices choices, int[] prefixes) {
        return new Part(question, choices, List.of(answer.finding(choices).text()), answer.chart(choices),
                answer.tables(choices, prefixes), answer.measuredOn());
    }
}
