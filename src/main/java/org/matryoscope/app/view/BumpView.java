package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.study.BumpRanks;
import org.matryoscope.study.Studies;

/** Bump: how do the leaders of the full ranking rise and fall with the prefix? */
public final class BumpView extends ChartView {
    private static final int PREFIXES = 40;

    private final ChartPane chart = newChart();
    private final Choice<Integer> top = Choice.list("leaders", List.of(5, 10, 15, 20), 10, Object::toString);
    private final Choice<Side> side = Choice.buttons(List.of(Side.values()), Side.A, each -> "Model " + each);

    /**
     * Creates the view.
     *
     * @param workbench the shared state
     * @param background computes
     */
    public BumpView(Workbench workbench, Background background) {
        super("bump", "Bump", workbench, background);
        addChoice(top);
        addChoice(side);
        side.visibleProperty().bind(workbench.subject(Side.B).isNotNull());
        addContent(chart, true);
        observe(top.valueProperty(), side.valueProperty(), workbench.judged());
    }

    @Override
    public List<ChartPane> charts() {
        return List.of(chart);
    }

    /** Two models' ranks in one chart could not be told apart, so one is shown at a time. */
    @Override
    void ask(Sided<Subject> subjects) {
        Subject subject = Objects.requireNonNullElse(subjects.answers().get(side.get()), subjects.a());
        int window = Math.min(top.get(), subject.embedded().store().rows());
        // The quarter is what the sentence speaks of.
        int[] prefixes = Prefixes.with(Prefixes.atEqualRatios(subject.dimension(), PREFIXES),
                Math.max(1, subject.dimension() / 4));
        @Nullable
        JudgedQuery judged = workbench().judged().get();
        String title = "Rank of the " + window + " leaders of the full ranking against prefix length"
                + (subjects.both() ? ", model " + subject.side() + ": " + subject.embedded().origin().name() : "");
        int maxPrefix = Math.min(subject.dimension(), subjects.a().dimension());
        background().latest("bump", "Ranks over the prefixes",
                progress -> Studies.bump(subject.embedded().store(), subject.query(), window, prefixes, progress),
                ranks -> {
                    chart.show(BumpChart.of(title, ranks, documents(subject, ranks, judged),
                            Prefixes.trained(subject.embedded().origin()), maxPrefix));
                    reveal();
                });
    }

    private static List<ShownDocument> documents(Subject subject, BumpRanks ranks, @Nullable JudgedQuery judged) {
        return Arrays.stream(ranks.rows())
                .mapToObj(row -> new ShownDocument(row,
                        ShownDocument.oneLine(subject.embedded().corpus().documents().get(row).text()),
                        ShownDocument.Judgement.of(row, judged)))
                .toList();
    }
}
