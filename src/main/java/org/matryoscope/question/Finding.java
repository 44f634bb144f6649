package org.matryoscope.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.matryoscope.chart.Ink;

/**
 * What an answer says: one sentence of at most {@value #MOST_WORDS} words, and what else belongs to it.
 *
 * @param sentence the sentence, in spans
 * @param details further sentences: each contender's own numbers, sample sizes, caveats
 */
public record Finding(List<Span> sentence, List<String> details) {
    /** The most words of a sentence; a test holds every question to it. */
    public static final int MOST_WORDS = 25;

    /** A stretch of the sentence. */
    public sealed interface Span {
        /** Returns its words. */
        String text();
    }

    /**
     * Plain words.
     *
     * @param text the words
     */
    public record Words(String text) implements Span {}

    /**
     * A contender's name, to be shown in its colour.
     *
     * @param text its name
     * @param ink its colour
     */
    public record Named(String text, Ink ink) implements Span {}

    /**
     * A measured value.
     *
     * @param text the value in words
     */
    public record Value(String text) implements Span {}

    /** Copies the lists. */
    public Finding {
        sentence = List.copyOf(sentence);
        details = List.copyOf(details);
    }

    /** Returns the sentence as plain text. */
    public String text() {
        return sentence.stream().map(Span::text).collect(Collectors.joining());
    }

    /** Returns the sentence and the details as plain text. */
    public String inFull() {
        return details.isEmpty() ? text() : text() + " " + String.join(" ", details);
    }

    /** Starts a finding. */
    public static Builder say() {
        return new Builder();
    }

    /** Collects spans and details. */
    public static final class Builder {
        private final List<Span> sentence = new ArrayList<>();
        private final List<String> details = new ArrayList<>();

        private Builder() {
        }

        /** Adds plain words, with the blanks around them; none where there are none. */
        public Builder words(String text) {
            if (!text.isEmpty()) {
                sentence.add(new Words(text));
            }
            return this;
        }

        /** Adds a contender's name. */
        public Builder contender(Asking asking, int index) {
            Contender contender = asking.contenders().get(index);
            sentence.add(new Named(contender.name(), ContenderStyle.of(contender).ink()));
            return this;
        }

        /** Adds a measured value. */
        public Builder value(String text) {
            sentence.add(new Value(text));
            return this;
        }

        /** Adds a sentence of detail; an empty one is left out. */
        public Builder detail(String text) {
            if (!text.isEmpty()) {
                details.add(text);
            }
            return this;
        }

        /** Returns the finding. */
        public Finding build() {
            return new Finding(sentence, details);
        }
    }
}
