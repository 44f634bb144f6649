package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.study.RankingAt;
import org.matryoscope.study.ScoreCurves;
import org.matryoscope.study.Studies;

/** Scores: how do the similarities of chosen documents change with the prefix? */
public final class ScoresView extends ChartView {
    private final ChartPane chart = newChart();
    private final NumberTable<Integer> table = new NumberTable<>("Score by document and prefix length");
    private int[] leaders = {};

    /**
     * Creates the view.
     *
     * @param workbench the shared state
     * @param background computes
     */
    public ScoresView(Workbench workbench, Background background) {
        super("scores", "Scores", workbench, background);
        Button copy = new Button("Copy table");
        copy.setOnAction(event -> table.copy());
        chart.addAction(copy);
        addContent(chart, true);
        addContent(table, false);
        observe(workbench.selection(), workbench.judged(), workbench.renormalise());
        workbench.ranking(Side.A).addListener((property, old, now) -> ranked(now));
        ranked(workbench.ranking(Side.A).get());
    }

    @Override
    public List<ChartPane> charts() {
        return List.of(chart);
    }

    /** A ranking at another d has the same full order: only its leaders matter here. */
    private void ranked(@Nullable RankingAt ranking) {
        int[] now = ranking == null
                ? new int[0]
                : Arrays.copyOf(ranking.fullOrder(), Math.min(ranking.fullOrder().length, 12));
        if (!Arrays.equals(now, leaders)) {
            leaders = now;
            invalidate();
        }
    }

    @Override
    void ask(Sided<Subject> subjects) {
        Subject a = subjects.a();
        List<ShownDocument> chosen = ShownDocument.choose(a.embedded().corpus(), workbench().selection().get(),
                workbench().judged().get(), leaders);
        if (chosen.isEmpty()) {
            // The ranking is still to come, and with it another question.
            return;
        }
        List<ShownDocument> documents = chosen.stream()
                .filter(document -> subjects.answers()
                        .values()
                        .stream()
                        .noneMatch(subject -> subject.embedded().store().isExcluded(document.row())))
                .toList();
        if (documents.isEmpty()) {
            background().cancel("scores");
            showEmpty("None of these texts has a vector that can be compared; choose others in the ranking.");
            return;
        }
        boolean renormalise = workbench().renormalise().get();
        background().latest("scores", "Scores over all prefixes",
                progress -> answer(subjects, documents, renormalise, progress),
                answer -> show(answer, Prefixes.ladder(a.embedded().origin())));
    }

    private static ScoreAnswer answer(Sided<Subject> subjects, List<ShownDocument> documents, boolean renormalise,
            Progress progress) {
        int[] rows = documents.stream().mapToInt(ShownDocument::row).toArray();
        Sided<ScoreCurves> cosines = subjects.map(
                (side, subject) -> Studies.scores(subject.embedded().store(), subject.query(), rows, true, progress));
        Sided<ScoreCurves> scores = renormalise
                ? cosines
                : subjects.map((side, subject) -> Studies.scores(subject.embedded().store(), subject.query(), rows,
                        false, progress));
        return new ScoreAnswer(documents, subjects.map((side, subject) -> subject.embedded().origin().name()),
                Prefixes.trained(subjects.a().embedded().origin()), scores, cosines);
    }

    private void show(ScoreAnswer answer, int[] prefixes) {
        chart.show(ScoreChart.of(answer));
        table.getColumns().clear();
        table.addText("document", i -> (i + 1) + " " + answer.documents().get(i).shortLabel());
        answer.scores().forEach((side, curves) -> addColumns(answer.scores().tag(side), curves, prefixes));
        table.show(IntStream.range(0, answer.documents().size()).boxed().toList());
        reveal();
    }

    private void addColumns(String tag, ScoreCurves curves, int[] prefixes) {
        var prefix = workbench().prefix();
        TableColumn<Integer, String> current = table.addNumber("",
                i -> Bindings.createStringBinding(() -> reading(curves, i, prefix.get()), prefix));
        current.textProperty().bind(Bindings.createStringBinding(() -> tag + "d = " + prefix.get(), prefix));
        current.getStyleClass().add("current-column");
        for (int fixed : prefixes) {
            table.addNumber(tag + fixed, i -> new ReadOnlyStringWrapper(reading(curves, i, fixed)));
        }
    }

    private static String reading(ScoreCurves curves, int document, int prefix) {
        float[] score = curves.score()[document];
        return prefix <= score.length ? Numbers.fixed(score[prefix - 1]) : "–";
    }
}
