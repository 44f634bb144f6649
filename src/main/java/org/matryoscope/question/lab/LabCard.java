package org.matryoscope.question.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.model.adapted.AdaptedCard;

/** What the card of a model says whose map was fitted or trained here. */
public final class LabCard {
    private LabCard() {
    }

    /**
     * Writes down a trained map.
     *
     * @param answer the training at its end
     * @param name the adapted model's name
     * @param source what the map was made from
     */
    public static AdaptedCard ofTrained(LabAnswer answer, String name, String source) {
        return card(answer, AdaptedCard.Kind.ADAPTER, name, source, answer.map().seed(),
                List.of(LabAnswer.AS_IS, LabAnswer.PCA, LabAnswer.TRAINED), answer.trainedPrefixes(),
                answer.dealt().training());
    }

    /**
     * Writes down principal axes.
     *
     * @param answer measured axes of a part of the texts
     * @param name the adapted model's name
     * @param source what the axes were fitted on
     * @param fitted on how many texts those are fitted that the model has
     */
    public static AdaptedCard ofPca(LabAnswer answer, String name, String source, int fitted) {
        return card(answer, AdaptedCard.Kind.PCA, name, source + figuresOf(answer), 0,
                List.of(LabAnswer.AS_IS, LabAnswer.PCA), List.of(), fitted);
    }

    private static String figuresOf(LabAnswer answer) {
        return " (figures of axes fitted on %s of the texts and measured on %s others)"
                .formatted(Numbers.whole(answer.dealt().training()), Numbers.whole(answer.dealt().test()));
    }

    private static AdaptedCard card(LabAnswer answer, AdaptedCard.Kind kind, String name, String source, long seed,
            List<Integer> contenders, List<Integer> prefixes, int training) {
        List<String> columns = new ArrayList<>();
        for (Compared each : answer.compared()) {
            contenders.forEach(i -> columns.add(each.name() + ", " + label(answer, i)));
            if (contenders.contains(LabAnswer.TRAINED)) {
                columns.add("adapter above PCA (95 % interval)");
            }
        }
        int[] measured = answer.compared().getFirst().prefixes();
        return new AdaptedCard(name, kind, source, training,
                kind == AdaptedCard.Kind.PCA ? 0 : answer.dealt().validation(), answer.dealt().test(), prefixes, seed,
                columns,
                IntStream.range(0, measured.length)
                        .mapToObj(p -> new AdaptedCard.Row(measured[p], values(answer, contenders, p)))
                        .toList());
    }

    private static List<String> values(LabAnswer answer, List<Integer> contenders, int p) {
        List<String> values = new ArrayList<>();
        for (Compared each : answer.compared()) {
            contenders.forEach(i -> values.add(Numbers.fixed(each.values().get(i).mean()[p])));
            if (contenders.contains(LabAnswer.TRAINED)) {
                values.add(Compared.interval(each.abovePca(), p));
            }
        }
        return values;
    }

    private static String label(LabAnswer answer, int contender) {
        String rotation = answer.measured().contenders().get(contender).lens().choice().label();
        return rotation.isEmpty() ? "as it is" : rotation;
    }
}
