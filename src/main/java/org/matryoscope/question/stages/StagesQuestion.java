package org.matryoscope.question.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.QueryPlan;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;
import org.matryoscope.retrieval.Funnel;
import org.matryoscope.retrieval.HnswIndex;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.VectorStore;

/** Stages: is a search with a short prefix, of which a shortlist is ranked again, as good, and how much cheaper? */
public final class StagesQuestion implements Question {
    /** The recall that the cheapest setting has to reach. */
    public static final Option.Share RECALL = new Option.Share("recall", "recall",
            "The share of the exact first k that the cheapest search has to find.", 0.95, List.of(0.9, 0.95, 0.99),
            true);

    /** How the first step finds its documents. */
    public static final Option.OneOf<FirstStage> INDEX = new Option.OneOf<>("index", "",
            "How the first step finds its documents: by looking at all, or through a graph of neighbours.",
            List.of(FirstStage.values()), FirstStage.EXACT, FirstStage::label, false);

    /** The prefix of the first step of the setting chosen. */
    public static final Option.Whole FIRST = Option.Whole.count("first", "first d",
            "Prefix length of the first step of the setting that is marked.", 64, 8, 16, 32, 64, 128, 256);

    /** How many the first step keeps. */
    public static final Option.Whole KEEP = Option.Whole.count("keep", "keeps",
            "How many documents the first step of the setting that is marked keeps.", 100, 20, 50, 100, 200, 500);

    /** The prefix of the second step. */
    public static final Option.Whole RERANK = new Option.Whole("rerank", "then d",
            "Prefix length by which the second step ranks again what the first kept; all for D.", 1, Funnel.FULL,
            List.of(64, 128, 256, 512, Funnel.FULL), true, d -> d == Funnel.FULL ? "full" : Numbers.whole(d), false);

    /** More than two steps. */
    public static final Option.Steps FUNNEL = new Option.Steps("funnel", "funnel",
            "Steps in place of these two, such as 16:200,64:50,full: a prefix length and how many are kept.",
            List.of(Funnel.parse("16:200,32:100,64:50,128:25,256:10,full"), Funnel.parse("16:200,64:50,full"),
                    Funnel.parse("32:500,128:50,full")));

    /** How many queries the means are over. */
    public static final Option.Whole QUERIES = new Option.Whole("queries", "queries",
            "How many queries the means are over: the judged ones, else documents drawn evenly, each left out of its own ranking.",
            2, 50, List.of(20, 50, 200), true, Numbers::whole, false);

    /** Shortlists that are tried, in multiples of k. */
    private static final int[] SHORTLISTS = {1, 2, 3, 5, 10, 20, 50, 100};
    /** Entries of all graphs together up to which one is built at every prefix that is tried. */
    private static final long MOST_GRAPH_ENTRIES = 20_000_000;
    private static final int FEWEST_DOCUMENTS = 3;

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public String title() {
        return "Stages";
    }

    @Override
    public String words() {
        return "Is a search with a short prefix, of which a shortlist is ranked again, as good and cheaper?";
    }

    @Override
    public Heading heading() {
        return Heading.HOW_FEW;
    }

    @Override
    public String icon() {
        return "filter";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(RECALL, INDEX, FIRST, KEEP, RERANK, FUNNEL, CommonOptions.DEPTH, QUERIES, CommonOptions.DIMS);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of();
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        if (asking.first().subject().texts().store().includedRows() < FEWEST_DOCUMENTS) {
            return new Unanswered("There are too few documents to search in steps", "Open more of them.", List.of());
        }
        QueryPlan plan = QueryPlan.of(asking, asking.get(QUERIES));
        List<StageCosts> costs = asking.each(progress, (i, part) -> {
            QueryPlan.Material material = plan.material(i, Share.of(part, 0, 0.2));
            return measure(asking, asking.contenders().get(i).subject().texts().origin(), material,
                    Share.of(part, 0.2, 1));
        });
        return new StagesAnswer(asking, costs, plan.words() + graphWords(asking, costs.getFirst()));
    }

    private static StageCosts measure(Asking asking, VectorOrigin origin, QueryPlan.Material material,
            Progress progress) {
        VectorStore store = material.store();
        int documents = store.includedRows();
        int k = Math.min(asking.get(CommonOptions.DEPTH), documents - 1);
        Funnel asSet = asSet(asking).fitted(store.dimension(), documents, k);
        int[] ladder = IntStream.of(Prefixes.listed(asking.get(CommonOptions.DIMS), origin))
                .filter(d -> d < store.dimension())
                .toArray();
        List<Funnel> single = IntStream.of(Prefixes.with(ladder, store.dimension()))
                .mapToObj(d -> Funnel.single(d, k))
                .toList();
        boolean graphs = asking.get(INDEX) == FirstStage.HNSW;
        int[] tried = graphs ? graphPrefixes(ladder, asSet, documents) : ladder;
        List<Funnel> funnels = new ArrayList<>(List.of(asSet));
        grid(tried, store.dimension(), documents, k).filter(funnel -> !funnel.equals(asSet)).forEach(funnels::add);
        StagesStudy study = new StagesStudy(store, material.queries(), k,
                Stream.concat(single.stream(), funnels.stream()).toList(), Share.of(progress, 0, 0.3));
        List<StageSetting> alone = study.exact(single, Share.of(progress, 0.3, 0.4));
        List<StageSetting> settings = graphs
                ? study.approximate(funnels, new GraphSearcher(store, tried, Share.of(progress, 0.4, 0.8)),
                        Share.of(progress, 0.8, 1))
                : study.exact(funnels, Share.of(progress, 0.4, 1));
        return new StageCosts(k, store.dimension(), documents, material.queries().size(), alone.getLast(),
                settings.getFirst(), alone, settings);
    }

    private static Funnel asSet(Asking asking) {
        Funnel funnel = asking.get(FUNNEL);
        return funnel.equals(Option.Steps.NONE)
                ? Funnel.twoStage(asking.get(FIRST), asking.get(KEEP), asking.get(RERANK), 1)
                : funnel;
    }

    /** Graphs of many documents take minutes each: only the one that the setting chosen needs is built then. */
    private static int[] graphPrefixes(int[] ladder, Funnel asSet, int documents) {
        int[] all = Prefixes.with(ladder, asSet.first().d());
        return (long) documents * IntStream.of(all).sum() <= MOST_GRAPH_ENTRIES ? all : new int[]{asSet.first().d()};
    }

    private static Stream<Funnel> grid(int[] firsts, int dimension, int documents, int k) {
        return IntStream.of(firsts)
                .filter(first -> first < dimension)
                .boxed()
                .flatMap(first -> IntStream.of(SHORTLISTS)
                        .map(times -> times * k)
                        .filter(keep -> keep < documents)
                        .mapToObj(keep -> Funnel.twoStage(first, keep, dimension, k)));
    }

    private static String graphWords(Asking asking, StageCosts costs) {
        if (asking.get(INDEX) == FirstStage.EXACT) {
            return "";
        }
        String prefixes = costs.settings()
                .stream()
                .map(setting -> setting.funnel().first().d())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(java.util.stream.Collectors.joining(", "));
        return " Graphs as Lucene builds them (M = " + HnswIndex.NEIGHBOURS + ", efConstruction = " + HnswIndex.BEAM
                + ", ef as many as are kept) at d = " + prefixes + ".";
    }
}
