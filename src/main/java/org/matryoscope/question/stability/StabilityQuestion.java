package org.matryoscope.question.stability;

import java.util.List;
import java.util.Set;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.QueryPlan;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.vector.PrefixTops;

/** Stability: from which prefix on is the ranking the one at full size? */
public final class StabilityQuestion implements Question {
    /** Which agreement is drawn. */
    public static final Option.OneOf<Measure> MEASURE = Option.OneOf.shown("measure", "",
            "The measure of agreement that is drawn.", Measure.class, Measure::symbol);

    /** From which overlap on a ranking counts as stable. */
    public static final Option.Share THRESHOLD = new Option.Share("stable-at", "stable at overlap",
            "The share of the first k that a stable ranking keeps.", 0.9, List.of(0.8, 0.9, 0.95, 1.0), true);

    /** Over how many queries the mean is taken. */
    public static final Option.Whole QUERIES = new Option.Whole("queries", "queries",
            "How many queries the mean is over: the judged ones, else documents drawn evenly, each left out of its own ranking; 1 for the query asked.",
            1, 1, List.of(1, 20, 50, 200, Integer.MAX_VALUE), true, StabilityQuestion::words, false);

    /** Documents that τ looks at, times prefixes, up to which every prefix is evaluated. */
    private static final long EVERY_PREFIX_UP_TO = 20_000_000;
    private static final int SPARSE_PREFIXES = 48;

    private static String words(int queries) {
        return queries == 1 ? "the one asked" : queries == Integer.MAX_VALUE ? "all" : Numbers.whole(queries);
    }

    @Override
    public String name() {
        return "stability";
    }

    @Override
    public String title() {
        return "Stability";
    }

    @Override
    public String words() {
        return "From which prefix length on is the ranking the one at full size?";
    }

    @Override
    public Heading heading() {
        return Heading.HOW_FEW;
    }

    @Override
    public String icon() {
        return "activity";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(MEASURE, QUERIES, CommonOptions.DEPTH, THRESHOLD, CommonOptions.DIMS);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(Input.QUERY);
    }

    @Override
    public boolean needsQuery(Choices choices) {
        return choices.get(QUERIES) == 1;
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        QueryPlan plan = QueryPlan.of(asking, asking.get(QUERIES));
        List<StabilityCurve> curves = asking.each(progress, (i, part) -> {
            int[] prefixes = prefixes(asking, i, plan.queries());
            return StabilityCurve.mean(plan.eachDraw(i, part, (material, rest) -> {
                int k = Math.min(asking.get(CommonOptions.DEPTH), material.store().rows());
                return StabilityStudy.run(material.store(), material.queries(), k, prefixes, rest);
            }));
        });
        return new StabilityAnswer(asking, curves, plan.words());
    }

    /** Every prefix, or where that would take long those at equal ratios and the listed ones. */
    private static int[] prefixes(Asking asking, int contender, int queries) {
        var texts = asking.contenders().get(contender).subject().texts();
        int dimension = texts.store().dimension();
        long every = (long) StabilityStudy.correlated(texts.store(), queries) * dimension * queries;
        if (every <= EVERY_PREFIX_UP_TO) {
            return PrefixTops.everyPrefix(dimension);
        }
        return Prefixes.with(Prefixes.with(Prefixes.atEqualRatios(dimension, SPARSE_PREFIXES),
                Prefixes.listed(asking.get(CommonOptions.DIMS), texts.origin())), Math.max(1, dimension / 4));
    }
}
