package org.matryoscope.question;

import java.util.List;
import java.util.Optional;

import org.matryoscope.chart.Chart;

/**
 * A question's answer, immutable. From it, without asking again, come its finding, its chart and its numbers; options that
 * only change how an answer is shown ({@link Option#shown()}) are looked at here.
 */
public non-sealed interface Answer extends Reply {
    /**
     * Says what is found.
     *
     * @param choices the options in force
     */
    Finding finding(Choices choices);

    /**
     * Draws it.
     *
     * @param choices the options in force
     */
    Chart chart(Choices choices);

    /**
     * Gives its numbers, for reading.
     *
     * @param choices the options in force
     * @param prefixes prefix lengths to list, in the order wished; those that a contender has not are left empty
     * @return one table or more
     */
    List<Table> tables(Choices choices, int[] prefixes);

    /**
     * Gives one contender's numbers at full precision, as they stand in JSON.
     *
     * @param contender its index among those asked about
     * @param prefixes prefix lengths to list, ascending
     * @return a record whose components become fields; a component that is null is left out
     */
    Record fields(int contender, int[] prefixes);

    /**
     * Returns the answers that it was drawn from, where it draws others together.
     *
     * @param choices the options in force
     */
    default List<Part> parts(Choices choices) {
        return List.of();
    }

    /** Returns the map that it made; empty where it made none. */
    default Optional<MadeMap> made() {
        return Optional.empty();
    }

    /** Says what was measured on what, one sentence: which documents a rotation was fitted on, which queries were asked. */
    String measuredOn();
}
