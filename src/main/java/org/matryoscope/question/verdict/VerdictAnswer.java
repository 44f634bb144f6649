package org.matryoscope.question.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.metric.Fingerprint;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Part;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Table;
import org.matryoscope.question.fingerprint.FingerprintAnswer;
import org.matryoscope.question.fingerprint.FingerprintQuestion;
import org.matryoscope.question.levels.LevelsAnswer;
import org.matryoscope.question.levels.LevelsQuestion;
import org.matryoscope.question.quality.QualityAnswer;
import org.matryoscope.question.quality.QualityCurve;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.quality.QualityQuestion;
import org.matryoscope.question.stability.StabilityQuestion;
import org.matryoscope.question.stages.StagesAnswer;
import org.matryoscope.question.stages.StagesQuestion;
import org.matryoscope.question.storage.StorageAnswer;
import org.matryoscope.question.storage.StorageQuestion;
import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.retrieval.database.Deployment;

/**
 * Everything that leads to a decision.
 *
 * @param asking what was asked
 * @param measured the same contenders, and PCAs of their vectors beside them
 * @param agreement by contender measured, how much of the first k is kept
 * @param quality of every contender measured; null where no queries are judged
 * @param levels of those asked about; null where there are no labels
 * @param fingerprint of those asked about; null where there are too few vectors
 * @param storage of those asked about, by quality where queries are judged; null until it is known
 * @param stages of those asked about; null until it is known
 * @param measuredOn which queries, and what rotations were fitted on
 */
public record VerdictAnswer(Asking asking, Asking measured, List<KeptMeasure> agreement,
        @Nullable QualityAnswer quality, @Nullable LevelsAnswer levels, @Nullable FingerprintAnswer fingerprint,
        @Nullable StorageAnswer storage, @Nullable StagesAnswer stages, String measuredOn) implements Answer {
    static final List<Double> SHARES = VerdictQuestion.KEPT.offered();

    /** Copies the list. */
    public VerdictAnswer {
        agreement = List.copyOf(agreement);
    }

    /** Returns what is measured of a contender: agreement, and quality where it can be. */
    List<KeptMeasure> kept(int contender) {
        return Stream.concat(Stream.of(agreement.get(contender)), quality(contender).stream()).toList();
    }

    /** Returns what decides over a contender: quality where it can be measured. */
    KeptMeasure deciding(int contender) {
        return kept(contender).getLast();
    }

    private Optional<KeptMeasure> quality(int contender) {
        return Optional.ofNullable(quality).map(answer -> {
            QualityCurve curve = answer.curves().get(contender);
            return new KeptMeasure(QualityMeasure.NDCG.label(), curve.prefixes(), curve.share(QualityMeasure.NDCG),
                    curve.queries());
        });
    }

    /** Returns the prefixes at which a contender's variance steps down; none where that cannot be told. */
    List<Integer> trainedAtPrefixes(int contender) {
        return fingerprint == null
                ? List.of()
                : fingerprint.found().get(contender).cuts().stream().map(Fingerprint.Cut::size).toList();
    }

    /** Returns the index of a contender's PCA among those measured. */
    Optional<Integer> pcaOf(int contender) {
        Contender own = asking.contenders().get(contender);
        String name = own.name() + " PCA";
        return measured.indices().filter(i -> measured.contenders().get(i).name().equals(name)).boxed().findFirst();
    }

    /** Returns what to store; empty until enough is known. */
    Optional<Recommendation> recommendation(Choices choices) {
        return Optional.ofNullable(storage)
                .map(known -> Recommender.recommend(this, known, choices.get(VerdictQuestion.KEPT)));
    }

    /** Returns how to store and search what is recommended; empty where that is not known. */
    public Optional<Deployment> deployment(Choices choices) {
        return recommendation(choices).map(recommended -> {
            SearchStep first = stages == null
                    ? null
                    : stages.costs()
                            .get(recommended.contender())
                            .cheapest(choices.get(VerdictQuestion.KEPT))
                            .map(setting -> setting.funnel().first())
                            .filter(step -> step.d() < recommended.stored().d())
                            .orElse(null);
            return new Deployment(recommended.stored().d(), recommended.stored().format(), first,
                    choices.get(CommonOptions.DEPTH));
        });
    }

    @Override
    public Finding finding(Choices choices) {
        return VerdictFinding.of(this, choices);
    }

    @Override
    public Chart chart(Choices choices) {
        return VerdictChart.of(this, choices.get(VerdictQuestion.KEPT),
                measured.indices().mapToObj(this::deciding).toList());
    }

    @Override
    public List<Part> parts(Choices choices) {
        double kept = choices.get(VerdictQuestion.KEPT);
        Choices shown = choices.with(QualityQuestion.KEPT, kept)
                .with(QualityQuestion.OF_FULL, true)
                .with(StorageQuestion.KEPT, kept)
                .with(StagesQuestion.RECALL, kept);
        int[] prefixes = Prefixes.listed(choices.get(CommonOptions.LISTED), asking.first().subject().texts().origin());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(new StabilityQuestion(), shown.with(StabilityQuestion.QUERIES, Integer.MAX_VALUE),
                VerdictFinding.agreement(this, kept), VerdictChart.of(this, kept, agreement),
                List.of(table(agreement, prefixes)), measuredOn));
        if (quality != null) {
            parts.add(new Part(new QualityQuestion(), shown, VerdictFinding.quality(this, kept), quality.chart(shown),
                    quality.tables(shown, prefixes), quality.measuredOn()));
        }
        add(parts, new LevelsQuestion(), levels, shown, prefixes);
        add(parts, new FingerprintQuestion(), fingerprint, shown, prefixes);
        add(parts, new StorageQuestion(), storage, shown, prefixes);
        // Times differ from run to run; a verdict is the same each time.
        add(parts, new StagesQuestion(), stages == null ? null : stages.untimed(), shown, prefixes);
        return parts;
    }

    private static void add(List<Part> parts, Question question, @Nullable Answer answer, Choices choices,
            int[] prefixes) {
        if (answer != null) {
            parts.add(Part.of(question, answer, choices, prefixes));
        }
    }

    private Table table(List<KeptMeasure> kept, int[] prefixes) {
        int[] listed = IntStream.of(Prefixes.with(prefixes, kept.getFirst().dimension()))
                .filter(d -> kept.stream().allMatch(each -> each.place(d) >= 0))
                .toArray();
        Table.Builder table = Table.titled(kept.getFirst().name() + " with full size, 95 % intervals")
                .numbers("d", IntStream.of(listed).mapToObj(d -> Numbers.whole(d)).toList());
        measured.indices()
                .forEach(i -> table.numbers(measured.contenders().get(i).name(), IntStream.of(listed).mapToObj(d -> {
                    int at = kept.get(i).place(d);
                    return "%s (%s to %s)".formatted(Numbers.fixed(kept.get(i).share().mean()[at]),
                            Numbers.fixed(kept.get(i).share().low()[at]),
                            Numbers.fixed(kept.get(i).share().high()[at]));
                }).toList()));
        return table.build();
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        List<Table> tables = new ArrayList<>();
        tables.add(smallest());
        if (levels != null) {
            tables.add(levels.tables(choices, prefixes).getFirst());
        }
        return tables;
    }

    /** A line of the table: a contender, and a measure of it. */
    private record Line(int contender, KeptMeasure measure) {}

    private Table smallest() {
        List<Line> lines = measured.indices()
                .boxed()
                .flatMap(i -> kept(i).stream().map(measure -> new Line(i, measure)))
                .toList();
        Table.Builder table = Table.titled("Dimensions that keep a share of full size, with 95 % intervals")
                .text("contender",
                        lines.stream().map(line -> measured.contenders().get(line.contender()).name()).toList())
                .text("of", lines.stream().map(line -> line.measure().name()).toList());
        for (double share : SHARES) {
            table.numbers(Numbers.percent(share), lines.stream().map(line -> {
                KeptMeasure.Smallest smallest = line.measure().smallest(share);
                return smallest.d() + " (" + smallest.low() + " to " + smallest.high() + ")";
            }).toList());
        }
        return table.build();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        return new Fields(new Verdict(measured.indices()
                .mapToObj(i -> new Judged(measured.contenders().get(i).name(),
                        kept(i).stream()
                                .flatMap(measure -> SHARES.stream()
                                        .map(measure::smallest)
                                        .map(smallest -> new Smallest(measure.name(), smallest.share(), smallest.d(),
                                                smallest.low(), smallest.high())))
                                .toList(),
                        i < asking.contenders().size() ? trainedAtPrefixes(i) : null))
                .toList(), recommendation(asking.choices()).map(this::recommended).orElse(null)));
    }

    private Recommended recommended(Recommendation of) {
        return new Recommended(asking.contenders().get(of.contender()).name(), of.stored().d(),
                of.stored().format().label(), of.why());
    }

    /**
     * The answer in JSON.
     *
     * @param verdict everything that leads to a decision
     */
    record Fields(Verdict verdict) {}

    /**
     * The verdict.
     *
     * @param contenders those asked about, and PCAs of them
     * @param recommended what to store; absent where that is not known
     */
    record Verdict(List<Judged> contenders, @Nullable Recommended recommended) {}

    /**
     * One contender.
     *
     * @param name its name
     * @param smallest the least prefixes that keep a share
     * @param trainedAtPrefixes where its variance steps down as training at prefixes leaves it; absent of PCAs
     */
    record Judged(String name, List<Smallest> smallest, @Nullable List<Integer> trainedAtPrefixes) {}

    /**
     * The least prefix that keeps a share.
     *
     * @param measure of what
     * @param share the share of full size
     * @param d the prefix length
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    record Smallest(String measure, double share, int d, int low, int high) {}

    /**
     * What to store.
     *
     * @param contender whose vectors
     * @param d the prefix length
     * @param format the number format
     * @param why a sentence
     */
    record Recommended(String contender, int d, String format, String why) {}
}
