package org.matryoscope.question.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.corpus.ScoredPair;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Subject;
import org.matryoscope.question.levels.LevelsStudy;
import org.matryoscope.question.quality.JudgedQueries;
import org.matryoscope.question.quality.QualityStudy;
import org.matryoscope.rotation.PcaFit;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.training.LabelBatches;
import org.matryoscope.training.PairBatches;
import org.matryoscope.training.TextBatches;
import org.matryoscope.training.TrainingVectors;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.VectorStore;

/** Deals a corpus out into what is learnt from and what is measured. */
final class LabTasks {
    private static final int PAIRS_A_BATCH = 64;
    private static final int TEXTS_A_BATCH = 256;
    private static final int MOST_TRAINING = 20_000;
    private static final int MOST_VALIDATION = 500;
    private static final int MOST_TEST = 4000;
    private static final int FEWEST_TEXTS = 40;
    private static final int FEWEST_PAIRS = 4;
    /** Of so many texts a label there are some to learn from and some to vote. */
    private static final int TEXTS_A_LABEL = 15;
    /** Pairs scored above so much of the range of scores are taken for pairs that say the same. */
    private static final double SAME = 0.75;

    private final Subject subject;
    private final VectorStore store;
    private final Corpus corpus;
    private final int level;
    private final long seed;
    private final Parts texts;

    /**
     * Prepares.
     *
     * @param subject the texts and their vectors as they were given
     * @param level the label level, from 1 on; 0 for the finest whose labels have many texts each
     * @param seed deals out
     */
    LabTasks(Subject subject, int level, long seed) {
        this.subject = subject;
        this.seed = seed;
        store = subject.texts().given().store();
        corpus = subject.texts().corpus();
        int levels = corpus.levels().size();
        this.level = level == 0 ? finestWithEnough() : Math.min(level, levels) - 1;
        Parts all = Parts.of(IntStream.range(0, store.rows()).filter(row -> !store.isExcluded(row)).toArray(), seed);
        texts = new Parts(some(all.training(), MOST_TRAINING), some(all.validation(), MOST_VALIDATION),
                some(all.test(), MOST_TEST));
    }

    /** The place of the finest level whose labels have many texts each; the coarsest where none has. */
    private int finestWithEnough() {
        return IntStream.iterate(corpus.levels().size() - 1, at -> at > 0, at -> at - 1).filter(at -> {
            int[] all = IntStream.range(0, corpus.documents().size()).toArray();
            long labels = Stream.of(LevelsStudy.labels(corpus, all, at))
                    .filter(each -> !each.isEmpty())
                    .distinct()
                    .count();
            return labels > 1 && store.includedRows() >= labels * TEXTS_A_LABEL;
        }).findFirst().orElse(0);
    }

    private static int[] some(int[] rows, int most) {
        return IntStream.of(RowSample.draw(rows.length, most)).map(i -> rows[i]).toArray();
    }

    /** Returns what to learn from: what is wished, or the first that there is. */
    Learn learn(Learn wished) {
        return wished != Learn.ANY
                ? wished
                : Stream.of(Learn.LABELS, Learn.QUERIES, Learn.PAIRS)
                        .filter(each -> missing(each) == null)
                        .findFirst()
                        .orElse(Learn.CORPUS);
    }

    /** Says what is missing; null where there is enough. */
    @Nullable
    String missing(Learn learn) {
        if (texts.training().length < FEWEST_TEXTS) {
            return "there are too few texts to learn from: " + store.includedRows();
        }
        return switch (learn) {
            case ANY, CORPUS -> null;
            case LABELS -> corpus.levels().isEmpty()
                    ? "these texts have no labels"
                    : labels(texts.training()).suffice() ? null : "no two texts have one label";
            case QUERIES -> JudgedQueries.of(corpus).size() < FEWEST_PAIRS ? "there are not four judged queries" : null;
            case PAIRS -> same().size() < FEWEST_PAIRS ? "there are not four pairs with a high score" : null;
        };
    }

    /**
     * Deals out.
     *
     * @param learn what to learn from, of which nothing is {@link #missing}
     * @param progress told of the work; cancels
     */
    LabTask task(Learn learn, Progress progress) {
        Rotation pca;
        try (VectorStore fitted = RowSample.copy(store, texts.training(), Share.of(progress, 0, 0.1))) {
            pca = PcaFit.fit(fitted, subject.texts().origin().name() + ", " + corpus.name(),
                    Share.of(progress, 0.1, 0.5));
        }
        Progress rest = Share.of(progress, 0.5, 1);
        return switch (learn) {
            case ANY, CORPUS -> ofTexts(pca, rest);
            case LABELS -> ofLabels(pca, rest);
            case QUERIES -> ofQueries(pca, rest);
            case PAIRS -> ofPairs(pca, rest);
        };
    }

    private LabTask ofTexts(Rotation pca, Progress progress) {
        List<PartMeasure> live = new ArrayList<>();
        List<PartMeasure> test = new ArrayList<>();
        if (!corpus.levels().isEmpty()) {
            live.add(accuracy(texts.validation()));
            test.add(accuracy(texts.test()));
        } else if (!JudgedQueries.of(corpus).isEmpty()) {
            test.add(quality(JudgedQueries.of(corpus), progress));
        }
        live.add(overlap(texts.validation(), progress));
        test.add(overlap(texts.test(), progress));
        return new LabTask(Learn.CORPUS, texts(texts.training(), progress), enough(texts.validation(), progress), live,
                test, heldOut(), pca, texts.dealt("texts"));
    }

    private LabTask.Material texts(int[] rows, Progress progress) {
        return new LabTask.Material(TrainingVectors.of(store, rows, List.of(), progress),
                new TextBatches(rows.length, TEXTS_A_BATCH));
    }

    private LabTask.@Nullable Material enough(int[] rows, Progress progress) {
        return rows.length < 2 ? null : texts(rows, progress);
    }

    private LabTask ofLabels(Rotation pca, Progress progress) {
        LabelBatches held = labels(texts.validation());
        return new LabTask(Learn.LABELS,
                new LabTask.Material(TrainingVectors.of(store, texts.training(), List.of(), progress),
                        labels(texts.training())),
                held.suffice()
                        ? new LabTask.Material(TrainingVectors.of(store, texts.validation(), List.of(), progress), held)
                        : null,
                List.of(accuracy(texts.validation()), overlap(texts.validation(), progress)),
                List.of(accuracy(texts.test()), overlap(texts.test(), progress)), heldOut(), pca,
                texts.dealt("texts, by their " + corpus.levels().get(level)));
    }

    private LabTask ofQueries(Rotation pca, Progress progress) {
        List<JudgedQuery> queries = JudgedQueries.of(corpus);
        Parts parts = Parts.of(IntStream.range(0, queries.size()).toArray(), seed);
        return new LabTask(Learn.QUERIES, queries(chosen(queries, parts.training()), progress),
                parts.validation().length < 2 ? null : queries(chosen(queries, parts.validation()), progress),
                parts.validation().length < 2
                        ? List.of(overlap(texts.validation(), progress))
                        : List.of(quality(chosen(queries, parts.validation()), progress),
                                overlap(texts.validation(), progress)),
                List.of(quality(chosen(queries, parts.test()), progress), overlap(texts.test(), progress)), heldOut(),
                pca, parts.dealt("judged queries"));
    }

    private static <T> List<T> chosen(List<T> all, int[] places) {
        return IntStream.of(places).mapToObj(all::get).toList();
    }

    /** The relevant documents of some queries, and behind them the queries. */
    private LabTask.Material queries(List<JudgedQuery> queries, Progress progress) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<float[]> asked = new ArrayList<>();
        List<int[]> pairs = new ArrayList<>();
        for (JudgedQuery query : queries) {
            query.grades().forEach((row, grade) -> {
                if (grade > 0 && !store.isExcluded(row)) {
                    places.putIfAbsent(row, places.size());
                    pairs.add(new int[]{asked.size(), row});
                }
            });
            asked.add(subject.vector(query.text(), progress));
        }
        int[] rows = places.keySet().stream().mapToInt(Integer::intValue).toArray();
        return new LabTask.Material(TrainingVectors.of(store, rows, asked, progress),
                new PairBatches(pairs.stream().mapToInt(pair -> rows.length + pair[0]).toArray(),
                        pairs.stream().mapToInt(pair -> places.getOrDefault(pair[1], -1)).toArray(), PAIRS_A_BATCH));
    }

    private LabTask ofPairs(Rotation pca, Progress progress) {
        List<ScoredPair> same = same();
        Parts parts = Parts.of(IntStream.range(0, same.size()).toArray(), seed);
        return new LabTask(Learn.PAIRS, pairs(chosen(same, parts.training()), progress),
                parts.validation().length < 2 ? null : pairs(chosen(same, parts.validation()), progress),
                parts.validation().length < 2
                        ? List.of(overlap(texts.validation(), progress))
                        : List.of(ranks(chosen(same, parts.validation())), overlap(texts.validation(), progress)),
                List.of(ranks(chosen(same, parts.test())), overlap(texts.test(), progress)), heldOut(), pca,
                parts.dealt("pairs with a high score"));
    }

    private LabTask.Material pairs(List<ScoredPair> pairs, Progress progress) {
        int[] rows = pairs.stream()
                .flatMapToInt(pair -> IntStream.of(pair.first(), pair.second()))
                .distinct()
                .toArray();
        Map<Integer, Integer> places = new LinkedHashMap<>();
        IntStream.of(rows).forEach(row -> places.put(row, places.size()));
        return new LabTask.Material(TrainingVectors.of(store, rows, List.of(), progress),
                new PairBatches(pairs.stream().mapToInt(pair -> places.getOrDefault(pair.first(), -1)).toArray(),
                        pairs.stream().mapToInt(pair -> places.getOrDefault(pair.second(), -1)).toArray(),
                        PAIRS_A_BATCH));
    }

    /** The pairs that say the same. */
    private List<ScoredPair> same() {
        double most = corpus.pairs().stream().mapToDouble(ScoredPair::score).max().orElse(0);
        double least = corpus.pairs().stream().mapToDouble(ScoredPair::score).min().orElse(0);
        return corpus.pairs()
                .stream()
                .filter(pair -> pair.score() >= least + SAME * (most - least) && pair.first() != pair.second())
                .filter(pair -> !store.isExcluded(pair.first()) && !store.isExcluded(pair.second()))
                .toList();
    }

    private LabelBatches labels(int[] rows) {
        return LabelBatches.of(labelsOf(rows), PAIRS_A_BATCH);
    }

    private String[] labelsOf(int[] rows) {
        return LevelsStudy.labels(corpus, rows, level);
    }

    private PartMeasure accuracy(int[] rows) {
        return new LabelAccuracy(corpus.levels().get(level), new PartStore(store, rows), labelsOf(rows));
    }

    private PartMeasure overlap(int[] rows, Progress progress) {
        return NeighbourOverlap.of(new PartStore(store, rows), progress);
    }

    private PartMeasure quality(List<JudgedQuery> queries, Progress progress) {
        Lens.Seen asGiven = new Lens.Seen(store, Rotation.asIs(store.dimension()));
        List<QualityStudy.Judged> judged = JudgedQueries.seen(subject, asGiven, queries, progress);
        return new QueryQuality(everything(), judged);
    }

    private PartMeasure ranks(List<ScoredPair> pairs) {
        return new PairRank(everything(), pairs.stream().mapToInt(ScoredPair::first).toArray(),
                pairs.stream().mapToInt(ScoredPair::second).toArray());
    }

    private PartStore heldOut() {
        return new PartStore(store, texts.validation());
    }

    private PartStore everything() {
        return new PartStore(store, IntStream.range(0, store.rows()).toArray());
    }
}
