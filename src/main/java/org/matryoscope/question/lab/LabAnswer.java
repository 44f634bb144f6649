package org.matryoscope.question.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.MadeMap;
import org.matryoscope.question.Subject;
import org.matryoscope.question.Table;
import org.matryoscope.rotation.Rotation;

/**
 * A map that was trained, or that is being trained, beside its rivals.
 *
 * @param asking what was asked
 * @param measured the contender trained on as it is, through the PCA of the texts learnt from, through a random rotation, and
 *     through the trained map, in this order
 * @param learn what was learnt from
 * @param steps how many steps were to be made at most
 * @param state the training
 * @param finished whether it is over; until then the validation part is measured, and after that the test part
 * @param compared the measures, the first of them decides
 * @param energy by contender, the share of the energy in the first i + 1 dimensions
 * @param dealt how many belong to which part
 */
public record LabAnswer(Asking asking, Asking measured, Learn learn, int steps, LabState state, boolean finished,
        List<Compared> compared, List<double[]> energy, Dealt dealt) implements Answer {
    static final int AS_IS = 0;
    static final int PCA = 1;
    static final int RANDOM = 2;
    static final int TRAINED = 3;

    /** Copies the lists. */
    public LabAnswer {
        compared = List.copyOf(compared);
        energy = List.copyOf(energy);
    }

    @Override
    public String measuredOn() {
        return dealt.words();
    }

    @Override
    public Optional<MadeMap> made() {
        Subject subject = measured.first().subject();
        return finished
                ? Optional.of(new MadeMap("adapter", subject.side(), map(),
                        name -> LabCard.ofTrained(this, name, subject.texts().corpus().name())))
                : Optional.empty();
    }

    /** Returns the best map so far. */
    public Rotation map() {
        return state.map();
    }

    /** Returns the prefixes at which the loss was last taken. */
    public List<Integer> trainedPrefixes() {
        return state.history().isEmpty()
                ? List.of()
                : Arrays.stream(state.history().getLast().prefixes()).boxed().toList();
    }

    /** Returns the measure that is drawn. */
    Compared drawn(Choices choices) {
        return choices.get(LabQuestion.VIEW) == LabView.AGREEMENT ? compared.getLast() : compared.getFirst();
    }

    @Override
    public Finding finding(Choices choices) {
        return LabFinding.of(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return switch (choices.get(LabQuestion.VIEW)) {
            case QUALITY, AGREEMENT -> LabChart.measure(this, drawn(choices));
            case LOSS -> LabChart.loss(this);
            case ENERGY -> LabChart.energy(this);
        };
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        List<Table> tables = new ArrayList<>();
        compared.forEach(each -> tables.add(table(each)));
        return tables;
    }

    private Table table(Compared of) {
        int[] at = IntStream.range(0, of.prefixes().length).toArray();
        Table.Builder table = Table.titled(of.name() + (finished ? "" : " so far, on the texts held out"))
                .numbers("d", IntStream.of(of.prefixes()).mapToObj(Numbers::whole).toList());
        measured.indices()
                .forEach(i -> table.numbers(measured.contenders().get(i).name(),
                        IntStream.of(at).mapToObj(p -> Numbers.fixed(of.values().get(i).mean()[p])).toList()));
        return table.numbers("above PCA", intervals(of.abovePca(), at))
                .numbers("above as it is", intervals(of.aboveAsIs(), at))
                .build();
    }

    private static List<String> intervals(MeanCurve of, int[] at) {
        return IntStream.of(at).mapToObj(p -> Compared.interval(of, p)).toList();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        return new Fields(new Lab(learn.words(), state.steps(), state.best(), finished, measuredOn(),
                compared.stream().map(this::measure).toList()));
    }

    private Measure measure(Compared of) {
        return new Measure(of.name(), of.texts(),
                measured.indices()
                        .mapToObj(i -> new Named(measured.contenders().get(i).name(), ats(of, of.values().get(i))))
                        .toList(),
                ats(of, of.abovePca()));
    }

    private static List<At> ats(Compared of, MeanCurve curve) {
        return IntStream.range(0, of.prefixes().length)
                .mapToObj(p -> new At(of.prefixes()[p], curve.mean()[p], curve.low()[p], curve.high()[p]))
                .toList();
    }

    /**
     * The answer in JSON.
     *
     * @param lab the training
     */
    record Fields(Lab lab) {}

    /**
     * A training.
     *
     * @param learn what was learnt from
     * @param steps how many steps were made
     * @param best the step whose map was kept
     * @param finished whether it is over
     * @param measuredOn how the parts were dealt out
     * @param measures the measures
     */
    record Lab(String learn, int steps, int best, boolean finished, String measuredOn, List<Measure> measures) {}

    /**
     * A measure.
     *
     * @param name its name
     * @param texts over how many texts or queries
     * @param contenders each contender's means
     * @param abovePca the trained map's mean above that of the PCA, paired
     */
    record Measure(String name, int texts, List<Named> contenders, List<At> abovePca) {}

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
}
