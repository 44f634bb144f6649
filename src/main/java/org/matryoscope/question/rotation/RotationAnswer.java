package org.matryoscope.question.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.model.adapted.AdaptedCard;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Lens;
import org.matryoscope.question.MadeMap;
import org.matryoscope.question.Part;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Side;
import org.matryoscope.question.Table;
import org.matryoscope.rotation.Rotation;

/**
 * What rotations do to prefixes.
 *
 * @param asking what was asked
 * @param measured the same contenders, and behind them PCAs and random rotations of vectors as they are
 * @param measure what tells how good prefixes are
 * @param half whether rotations were fitted on one half of the documents, and the other was measured
 * @param curves by contender measured, the measure by prefix
 * @param learned of every contender asked about as it is
 * @param beside what other questions say of the same
 * @param axes the PCA of all documents of the first of them, as one would deploy it
 */
record RotationAnswer(Asking asking, Asking measured, MainMeasure measure, boolean half, List<RotationCurve> curves,
        List<LearningCurve> learned, List<Beside> beside, Rotation axes) implements Answer {
    /**
     * What another question says.
     *
     * @param question the question
     * @param choices the options with which it was asked
     * @param answer its answer
     */
    record Beside(Question question, Choices choices, Answer answer) {}

    /** Copies the lists. */
    RotationAnswer {
        curves = List.copyOf(curves);
        learned = List.copyOf(learned);
        beside = List.copyOf(beside);
    }

    @Override
    public Optional<MadeMap> made() {
        Side side = measured.contenders().get(learned.getFirst().own()).subject().side();
        return Optional.of(new MadeMap("PCA of " + asking.corpus().name(), side, axes, this::card));
    }

    private AdaptedCard card(String name) {
        RotationCurve own = curves.get(learned.getFirst().own());
        RotationCurve pca = curves.get(learned.getFirst().pca());
        String source = asking.corpus().name()
                + (half ? " (the figures are of axes fitted on one half of it and measured on the other)" : "");
        return new AdaptedCard(name, AdaptedCard.Kind.PCA, source, axes.fittedRows(), 0, own.perQuery().length,
                List.of(), 0, List.of(measure.name() + ", as it is", measure.name() + ", PCA"),
                IntStream.range(0, own.prefixes().length)
                        .mapToObj(p -> new AdaptedCard.Row(own.prefixes()[p],
                                List.of(Numbers.fixed(own.values().mean()[p]), Numbers.fixed(pca.values().mean()[p]))))
                        .toList());
    }

    /** Returns the index of the first contender of a name. */
    static int indexOf(Asking asking, String name) {
        return asking.indices().filter(i -> asking.contenders().get(i).name().equals(name)).findFirst().orElseThrow();
    }

    /** Returns the prefix that was measured in place of d. */
    int placed(LearningCurve of, int d) {
        RotationCurve curve = curves.get(of.own());
        return curve.prefixes()[curve.place(d)];
    }

    /** Returns the mean through the PCA minus that as it is, paired, at one point. */
    MeanCurve above(LearningCurve of, int d) {
        return curves.get(of.pca()).above(curves.get(of.own()), d);
    }

    /** Says whether a PCA is surely better: whether the interval of the difference lies above 0. */
    boolean isBetter(LearningCurve of, int d) {
        return above(of, d).low()[0] > 0;
    }

    /** Says whether what is measured was fitted on. */
    boolean fittedOnMeasured() {
        return measure.measuresDocuments() && !half;
    }

    @Override
    public Finding finding(Choices choices) {
        return RotationFinding.of(this, choices.get(RotationQuestion.AT));
    }

    @Override
    public Chart chart(Choices choices) {
        return RotationChart.of(this, choices.get(RotationQuestion.AT));
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        int d = choices.get(RotationQuestion.AT);
        List<Table> tables = new ArrayList<>();
        learned.forEach(each -> tables.add(learnedTable(each, d)));
        measured.indices().forEach(i -> tables.add(table(i, prefixes)));
        return tables;
    }

    private Table learnedTable(LearningCurve of, int d) {
        MeanCurve values = of.at(d);
        return Table
                .titled(measured.contenders().get(of.pca()).name() + " at d = " + placed(of, d)
                        + ", by number of texts fitted on")
                .numbers("texts", IntStream.of(of.texts()).mapToObj(Numbers::whole).toList())
                .numbers(measure.name(), fixed(values.mean()))
                .numbers("95 % from", fixed(values.low()))
                .numbers("to", fixed(values.high()))
                .build();
    }

    private static List<String> fixed(double[] values) {
        return Arrays.stream(values).mapToObj(Numbers::fixed).toList();
    }

    private Table table(int contender, int[] prefixes) {
        RotationCurve curve = curves.get(contender);
        int[] at = places(curve, prefixes);
        return Table.titled(measured.contenders().get(contender).name())
                .numbers("d", IntStream.of(at).mapToObj(i -> Numbers.whole(curve.prefixes()[i])).toList())
                .numbers(measure.name(), fixed(of(at, curve.values().mean())))
                .numbers("95 % from", fixed(of(at, curve.values().low())))
                .numbers("to", fixed(of(at, curve.values().high())))
                .build();
    }

    private static double[] of(int[] at, double[] values) {
        return IntStream.of(at).mapToDouble(i -> values[i]).toArray();
    }

    private static int[] places(RotationCurve curve, int[] prefixes) {
        int dimension = curve.prefixes()[curve.prefixes().length - 1];
        return IntStream.of(Prefixes.with(prefixes, dimension))
                .map(d -> Arrays.binarySearch(curve.prefixes(), d))
                .filter(i -> i >= 0)
                .toArray();
    }

    @Override
    public List<Part> parts(Choices choices) {
        int[] prefixes = Prefixes.listed(choices.get(CommonOptions.DIMS), asking.first().subject().texts().origin());
        if (beside.isEmpty()) {
            return List.of();
        }
        int d = choices.get(RotationQuestion.AT);
        Part fitted = new Part(new RotationQuestion(), choices,
                learned.stream().map(each -> RotationFinding.enough(this, each, d)).toList(), chart(choices),
                tables(choices, prefixes), measuredOn());
        return Stream
                .concat(Stream.of(fitted),
                        beside.stream().map(each -> Part.of(each.question(), each.answer(), each.choices(), prefixes)))
                .toList();
    }

    @Override
    public String measuredOn() {
        Lens lens = measured.contenders().get(learned.getFirst().pca()).lens();
        LearningCurve first = learned.getFirst();
        String fit = half
                ? lens.fittedOnHalf()
                : fittedOnMeasured()
                        ? "PCA was fitted on all " + Numbers.whole(first.texts()[first.texts().length - 1])
                                + " documents, the same that are measured."
                        : lens.fittedOnWhole();
        return measure.over(curves.get(first.own()).perQuery().length) + " " + fit
                + " Fewer texts, and random rotations, were drawn several times (texts " + first.draws()
                + " times): lines are means, bands span their intervals.";
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        return new Fields(new Rotations(measure.name(), curves.get(learned.getFirst().own()).perQuery().length,
                half ? "half" : "corpus",
                measured.indices()
                        .mapToObj(i -> new Named(measured.contenders().get(i).name(), at(curves.get(i), prefixes)))
                        .toList(),
                learned.stream().map(each -> learned(each, prefixes)).toList()));
    }

    private static List<At> at(RotationCurve curve, int[] prefixes) {
        return IntStream.of(places(curve, prefixes))
                .mapToObj(i -> new At(curve.prefixes()[i], curve.values().mean()[i], curve.values().low()[i],
                        curve.values().high()[i]))
                .toList();
    }

    private Learned learned(LearningCurve of, int[] prefixes) {
        return new Learned(measured.contenders().get(of.pca()).name(), of.draws(),
                IntStream.of(places(curves.get(of.pca()), prefixes))
                        .map(i -> curves.get(of.pca()).prefixes()[i])
                        .mapToObj(d -> learnedAt(of, d))
                        .toList());
    }

    private LearnedAt learnedAt(LearningCurve of, int d) {
        MeanCurve values = of.at(d);
        MeanCurve above = above(of, d);
        return new LearnedAt(d, of.enough(d), new Difference(above.mean()[0], above.low()[0], above.high()[0]),
                IntStream.range(0, of.texts().length)
                        .mapToObj(i -> new Texts(of.texts()[i], values.mean()[i], values.low()[i], values.high()[i]))
                        .toList());
    }

    /**
     * The answer in JSON.
     *
     * @param rotations what rotations do
     */
    record Fields(Rotations rotations) {}

    /**
     * Rotations.
     *
     * @param measure what was measured
     * @param queries over how many queries or texts
     * @param fit what they were fitted on: "half" or "corpus"
     * @param contenders those asked about, and PCAs and random rotations of them
     * @param learned by model, PCAs fitted on fewer texts
     */
    record Rotations(String measure, int queries, String fit, List<Named> contenders, List<Learned> learned) {}

    /**
     * One contender.
     *
     * @param name its name
     * @param prefixes its mean by ascending prefix
     */
    record Named(String name, List<At> prefixes) {}

    /**
     * A mean at one prefix.
     *
     * @param d the prefix length
     * @param value the mean
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    record At(int d, double value, double low, double high) {}

    /**
     * PCAs fitted on fewer texts.
     *
     * @param name the contender fitted on all
     * @param draws how often each number of texts was drawn
     * @param prefixes by ascending prefix
     */
    record Learned(String name, int draws, List<LearnedAt> prefixes) {}

    /**
     * The same at one prefix.
     *
     * @param d the prefix length
     * @param enough the least number of texts that reaches 95 % of what all reach
     * @param aboveAsIs the mean through the PCA of all texts minus that of the vectors as they are
     * @param texts by ascending number of texts
     */
    record LearnedAt(int d, int enough, Difference aboveAsIs, List<Texts> texts) {}

    /**
     * A paired difference.
     *
     * @param value its mean
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    record Difference(double value, double low, double high) {}

    /**
     * A mean of PCAs fitted on so many texts.
     *
     * @param texts how many
     * @param value the mean over the draws
     * @param low lower end of the band
     * @param high upper end
     */
    record Texts(int texts, double value, double low, double high) {}
}
