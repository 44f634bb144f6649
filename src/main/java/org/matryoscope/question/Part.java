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
 */
public record Part(Question question, Choices choices, List<String> sentences, Chart chart) {
    /** Copies the list. */
    public Part {
        sentences = List.copyOf(sentences);
    }

    /** Takes an answer as a part of another. */
    public static Part of(Question question, Answer answer, Choices choices) {
        return new Part(question, choices, List.of(answer.finding(choices).text()), answer.chart(choices));
    }
}
