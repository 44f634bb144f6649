package org.matryoscope.app.view;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.matryoscope.question.AskedQuery;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Input;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Option;
import org.matryoscope.question.Question;

/**
 * All that an answer depends on: equal keys have equal answers. Vectors are told apart by the object that holds them, so no
 * texts are compared.
 *
 * @param lenses the contenders' vectors
 * @param queries the query asked, by contender; empty where the question does not depend on it
 * @param selection the rows selected; empty where it does not depend on them
 * @param renormalised whether prefixes are re-normalised; true where it does not depend on it
 * @param choices the options that decide
 */
record AskingKey(List<Lens> lenses, List<@Nullable AskedQuery> queries, List<Integer> selection, boolean renormalised,
        Choices choices) {
    static AskingKey of(Question question, Asking asking) {
        Set<Input> inputs = question.inputs();
        return new AskingKey(asking.contenders().stream().map(Contender::lens).toList(),
                inputs.contains(Input.QUERY) ? queries(asking) : List.of(),
                inputs.contains(Input.SELECTION) ? asking.selection() : List.of(),
                !inputs.contains(Input.NORM) || asking.renormalised(), asking.choices().deciding(deciding(question)));
    }

    private static List<Option<?>> deciding(Question question) {
        List<Option<?>> live = question.live();
        return question.options().stream().filter(option -> !live.contains(option)).toList();
    }

    private static List<@Nullable AskedQuery> queries(Asking asking) {
        return asking.contenders()
                .stream()
                .map(contender -> contender.subject().query())
                .filter(Objects::nonNull)
                .toList();
    }
}
