package org.matryoscope.question.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Option;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;
import org.matryoscope.question.formats.FormatCurves;
import org.matryoscope.question.formats.FormatsAnswer;
import org.matryoscope.question.formats.FormatsQuestion;
import org.matryoscope.question.quality.JudgedQueries;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.quality.QualityQuestion;
import org.matryoscope.question.quality.QualityStudy;
import org.matryoscope.retrieval.KeptCurve;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.VectorStore;

/** Storage: how many bytes and how much money do the vectors take, and what do fewer bytes keep? */
public final class StorageQuestion implements Question {
    /** What is measured of smaller vectors. */
    public static final Option.OneOf<StorageMeasure> MEASURE = new Option.OneOf<>("measure", "",
            "What smaller vectors have to keep: the first k of full vectors, or NDCG@10 over the judged queries.",
            List.of(StorageMeasure.values()), StorageMeasure.AGREEMENT, StorageMeasure::label, false);

    /** How much is to be kept. */
    public static final Option.Share KEPT = new Option.Share("kept", "kept",
            "The share that the smallest storage has to keep.", 0.9, List.of(0.9, 0.95, 0.99), true);

    /** How many documents will be stored; 0 for as many as are open. */
    public static final Option.Whole DOCUMENTS = new Option.Whole("documents", "documents",
            "How many documents will be stored; 0 for as many as there are.", 0, 0,
            List.of(0, 100_000, 1_000_000, 10_000_000, 100_000_000), false,
            count -> count == 0 ? "as here" : Numbers.whole(count), true);

    /** What storage costs. */
    public static final Option.Amount PRICE = new Option.Amount("price", "price a GB-month",
            "Your price of a GB (of 10⁹ bytes) for a month, in any currency.", 0.25, true);

    /** Where a deployment starts. */
    public static final Option.Whole START = new Option.Whole("start", "start at d",
            "The prefix length of a deployment that starts small; it is widened to D later, without encoding again.", 1,
            128, List.of(32, 64, 128, 256, 512), false, Numbers::whole, true);

    /** Lists the sizes of the lesson's table. */
    public static final Option.Switch LESSON = new Option.Switch("lesson", "lesson's table",
            "Lists a million documents of float32 at 128, 256, 512, 768 and 3,072 dimensions.", true);

    private static final int PREFIXES = 24;

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public String title() {
        return "Storage";
    }

    @Override
    public String words() {
        return "How many bytes and how much money do the vectors take, and what do smaller ones keep?";
    }

    @Override
    public Heading heading() {
        return Heading.DECIDE;
    }

    @Override
    public String icon() {
        return "database";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(KEPT, DOCUMENTS, PRICE, MEASURE, START, LESSON, CommonOptions.DEPTH, CommonOptions.LISTED);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(Input.QUERY);
    }

    @Override
    public boolean needsQuery(Choices choices) {
        return false;
    }

    @Override
    public Reply ask(Asking shown, Progress progress) {
        Asking asking = shown.ofGivenVectors();
        return asking.get(MEASURE) == StorageMeasure.AGREEMENT
                ? agreement(asking, progress)
                : quality(asking, progress);
    }

    private static Reply agreement(Asking asking, Progress progress) {
        return switch (new FormatsQuestion().ask(asking, progress)) {
            case FormatsAnswer formats -> new StorageAnswer(asking, "of the first " + formats.curves().getFirst().k(),
                    formats.curves().stream().map(StorageQuestion::agreement).toList(), formats.measuredOn());
            case Reply other -> other;
        };
    }

    private static StorageCurves agreement(FormatCurves curves) {
        int[] prefixes = PrefixTops.everyPrefix(curves.dimension());
        return new StorageCurves(curves.dimension(), curves.queries(),
                curves.formats()
                        .stream()
                        .map(each -> new KeptInterval(new KeptCurve(each.format(), prefixes, each.full()),
                                each.fullLow(), each.fullHigh()))
                        .toList());
    }

    private static Reply quality(Asking asking, Progress progress) {
        List<JudgedQuery> queries = JudgedQueries.of(asking.corpus());
        if (queries.isEmpty()) {
            return new Unanswered("No queries of these texts are judged", "Ask for agreement instead of quality.",
                    List.of());
        }
        List<StorageCurves> curves = asking.each(progress,
                (i, part) -> quality(asking, asking.contenders().get(i), queries, part));
        return new StorageAnswer(asking, "of the " + QualityMeasure.NDCG.label(), curves,
                "Mean over the " + Numbers.whole(queries.size()) + " judged queries of the corpus.");
    }

    private static StorageCurves quality(Asking asking, Contender contender, List<JudgedQuery> queries,
            Progress progress) {
        Lens.Seen seen = contender.lens().whole(Share.of(progress, 0, 0.2));
        List<QualityStudy.Judged> judged = JudgedQueries.seen(contender.subject(), seen, queries,
                Share.of(progress, 0.2, 0.3));
        int dimension = contender.dimension();
        int[] prefixes = Prefixes.with(
                Prefixes.with(Prefixes.atEqualRatios(dimension, PREFIXES),
                        Prefixes.listed(asking.get(CommonOptions.LISTED), contender.subject().texts().origin())),
                dimension);
        VectorStore given = seen.store();
        List<NumberFormat> formats = Stream.of(NumberFormat.values())
                .filter(format -> format.bits() <= given.format().bits())
                .toList();
        List<KeptInterval> kept = new ArrayList<>();
        double full = 0;
        for (NumberFormat format : formats) {
            Progress part = Share.of(progress, 0.3 + 0.7 * kept.size() / formats.size(),
                    0.3 + 0.7 * (kept.size() + 1) / formats.size());
            MeanCurve measured = format == given.format()
                    ? ndcg(given, judged, prefixes, part)
                    : ndcgIn(format, given, judged, prefixes, part);
            full = kept.isEmpty() ? measured.mean()[prefixes.length - 1] : full;
            kept.add(shares(format, prefixes, measured, full));
        }
        return new StorageCurves(dimension, queries.size(), kept);
    }

    private static MeanCurve ndcgIn(NumberFormat format, VectorStore given, List<QualityStudy.Judged> judged,
            int[] prefixes, Progress progress) {
        try (VectorStore copy = given.in(format, Share.of(progress, 0, 0.2))) {
            return ndcg(copy, judged, prefixes, Share.of(progress, 0.2, 1));
        }
    }

    private static MeanCurve ndcg(VectorStore store, List<QualityStudy.Judged> judged, int[] prefixes,
            Progress progress) {
        return QualityStudy.run(store, judged, prefixes, QualityQuestion.RECALL_AT.initial(), progress)
                .of(QualityMeasure.NDCG);
    }

    /** The ends of the intervals are those of the mean, set against the full vectors' mean as it was measured. */
    private static KeptInterval shares(NumberFormat format, int[] prefixes, MeanCurve measured, double full) {
        return new KeptInterval(new KeptCurve(format, prefixes, by(measured.mean(), full)), by(measured.low(), full),
                by(measured.high(), full));
    }

    private static double[] by(double[] values, double full) {
        double[] shares = new double[values.length];
        Arrays.setAll(shares, i -> values[i] / full);
        return shares;
    }
}
