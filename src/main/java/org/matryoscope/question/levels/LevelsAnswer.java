package org.matryoscope.question.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Table;

/**
 * What each prefix can tell apart.
 *
 * @param asking what was asked
 * @param k how many neighbours vote
 * @param measured by contender
 * @param measuredOn which texts, and what rotations were fitted on
 */
public record LevelsAnswer(Asking asking, int k, List<Measured> measured, String measuredOn) implements Answer {
    /**
     * What was measured of one contender.
     *
     * @param curves accuracy by level, coarse to fine; levels without any label are left out
     * @param ladder what the query asked is nearest to; null where none is asked
     */
    public record Measured(List<LevelCurve> curves, @Nullable Ladder ladder) {
        /** Copies the list. */
        public Measured {
            curves = List.copyOf(curves);
        }
    }

    /** Copies the list. */
    public LevelsAnswer {
        measured = List.copyOf(measured);
    }

    /** Returns the index of the level that is drawn. */
    int drawn(Choices choices) {
        return Math.clamp(choices.get(LevelsQuestion.LEVEL) - 1L, 0, measured.getFirst().curves().size() - 1);
    }

    @Override
    public Finding finding(Choices choices) {
        return LevelsFinding.of(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return LevelsChart.of(this, drawn(choices));
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        List<Table> tables = new ArrayList<>();
        tables.add(resolved());
        asking.indices().forEach(i -> {
            tables.add(accuracies(i, prefixes));
            Ladder ladder = measured.get(i).ladder();
            if (ladder != null) {
                tables.add(ladder(i, ladder));
            }
        });
        return tables;
    }

    /** The lesson's table: each level, coarse to fine, with the size that resolves it. */
    private Table resolved() {
        List<LevelCurve> levels = measured.getFirst().curves();
        Table.Builder table = Table.titled("Dimensions that resolve a level")
                .text("level", levels.stream().map(LevelCurve::name).toList())
                .numbers("labels", levels.stream().map(level -> Numbers.whole(level.labels())).toList());
        asking.indices()
                .forEach(i -> table.numbers(asking.contenders().get(i).name(),
                        measured.get(i).curves().stream().map(level -> Numbers.whole(level.resolvedAt())).toList()));
        return table.build();
    }

    private Table accuracies(int contender, int[] prefixes) {
        List<LevelCurve> levels = measured.get(contender).curves();
        int[] at = places(levels.getFirst(), prefixes);
        Table.Builder table = Table.titled((asking.title(contender) + " accuracy of " + k + " neighbours").strip())
                .numbers("d", IntStream.of(at).mapToObj(i -> Numbers.whole(levels.getFirst().prefixes()[i])).toList());
        for (LevelCurve level : levels) {
            table.numbers(level.name(),
                    IntStream.of(at).mapToObj(i -> Numbers.fixed(level.accuracy().mean()[i])).toList())
                    .numbers("95 % from",
                            IntStream.of(at).mapToObj(i -> Numbers.fixed(level.accuracy().low()[i])).toList())
                    .numbers("to", IntStream.of(at).mapToObj(i -> Numbers.fixed(level.accuracy().high()[i])).toList());
        }
        return table.build();
    }

    private Table ladder(int contender, Ladder ladder) {
        List<Ladder.Step> first = ladder.steps().getFirst();
        Table.Builder table = Table
                .titled((asking.title(contender) + " the query's nearest label, and by how much in cosine").strip())
                .numbers("d", first.stream().map(step -> Numbers.whole(step.d())).toList());
        for (int level = 0; level < ladder.steps().size(); level++) {
            table.text(asking.corpus().levels().get(level),
                    ladder.steps()
                            .get(level)
                            .stream()
                            .map(step -> step.label() + " (" + Numbers.fixed(step.margin()) + ")")
                            .toList());
        }
        return table.build();
    }

    private static int[] places(LevelCurve curve, int[] prefixes) {
        return IntStream.of(Prefixes.with(prefixes, curve.prefixes()[curve.prefixes().length - 1]))
                .map(d -> Arrays.binarySearch(curve.prefixes(), d))
                .filter(i -> i >= 0)
                .toArray();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        return new Fields(new Levels(k, measuredOn,
                asking.indices()
                        .mapToObj(i -> new Named(asking.contenders().get(i).name(), levels(i, prefixes)))
                        .toList()));
    }

    private List<Level> levels(int contender, int[] prefixes) {
        return measured.get(contender)
                .curves()
                .stream()
                .map(curve -> new Level(curve.name(), curve.resolvedAt(),
                        IntStream.of(places(curve, prefixes))
                                .mapToObj(i -> new At(curve.prefixes()[i], curve.accuracy().mean()[i],
                                        curve.accuracy().low()[i], curve.accuracy().high()[i]))
                                .toList()))
                .toList();
    }

    /**
     * The answer in JSON.
     *
     * @param levels what each prefix tells apart
     */
    record Fields(Levels levels) {}

    /**
     * The levels.
     *
     * @param k how many neighbours vote
     * @param measuredOn which texts
     * @param contenders every contender
     */
    record Levels(int k, String measuredOn, List<Named> contenders) {}

    /**
     * One contender.
     *
     * @param name its name
     * @param levels coarse to fine
     */
    record Named(String name, List<Level> levels) {}

    /**
     * One level.
     *
     * @param name its name
     * @param resolvedAt the least prefix that reaches 95 % of the accuracy at D
     * @param prefixes accuracy by ascending prefix
     */
    record Level(String name, int resolvedAt, List<At> prefixes) {}

    /**
     * Accuracy at one prefix.
     *
     * @param d the prefix length
     * @param accuracy share of texts whose label is found
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    record At(int d, double accuracy, double low, double high) {}
}
