package org.matryoscope.app.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.study.Studies;

/** Stability: from which prefix on is the ranking the one at full size? */
public final class StabilityView extends ChartView {
    /** Documents that τ looks at, times prefixes, up to which every prefix is evaluated. */
    private static final long EVERY_PREFIX_UP_TO = 8_000_000;
    private static final int SPARSE_PREFIXES = 64;

    private final ChartPane chart = newChart();
    private final Choice<Integer> depth = Choice.list("top k", List.of(1, 5, 10, 20, 50, 100), 10, Object::toString);
    private final Choice<Double> threshold = Choice.list("stable at overlap", List.of(0.8, 0.9, 0.95, 1.0), 0.9,
            Numbers::percent);
    private @Nullable StabilityAnswer answer;

    /**
     * Creates the view.
     *
     * @param workbench the shared state
     * @param background computes
     */
    public StabilityView(Workbench workbench, Background background) {
        super("stability", "Stability", workbench, background);
        addChoice(depth);
        addChoice(threshold);
        addContent(chart, true);
        observe(depth.valueProperty());
        threshold.valueProperty().addListener(observable -> draw());
    }

    @Override
    public List<ChartPane> charts() {
        return List.of(chart);
    }

    @Override
    void ask(Sided<Subject> subjects) {
        int k = Math.min(depth.get(), subjects.a().embedded().corpus().documents().size());
        background().latest("stability", "Agreement over all prefixes", progress -> answer(subjects, k, progress),
                result -> {
                    answer = result;
                    draw();
                    reveal();
                });
    }

    private static StabilityAnswer answer(Sided<Subject> subjects, int k, Progress progress) {
        return new StabilityAnswer(subjects.map((side, subject) -> subject.embedded().origin().name()),
                Prefixes.trained(subjects.a().embedded().origin()), subjects.map((side, subject) -> Studies
                        .stability(subject.embedded().store(), subject.query(), k, prefixes(subject), progress)));
    }

    /** Every prefix, or where that would take long those at equal ratios and the trained ones. */
    private static int[] prefixes(Subject subject) {
        int dimension = subject.dimension();
        if ((long) Studies.correlated(subject.embedded().store()) * dimension <= EVERY_PREFIX_UP_TO) {
            return Prefixes.all(dimension);
        }
        return Prefixes.with(Prefixes.with(Prefixes.atEqualRatios(dimension, SPARSE_PREFIXES),
                Prefixes.ladder(subject.embedded().origin())), Math.max(1, dimension / 4));
    }

    private void draw() {
        if (answer != null) {
            chart.show(StabilityChart.of(answer, threshold.get()));
        }
    }
}
