package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.state.QueryEncoder;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.study.GapCurve;
import org.matryoscope.study.Studies;

/** Gap: are related texts nearer than unrelated ones at every prefix? */
public final class GapView extends ChartView {
    /** Which prefixes are marked and listed. */
    private enum Points {
        EXERCISE("64, 128, 256, 512"), LADDER("the model's prefixes");

        private final String label;

        Points(String label) {
            this.label = label;
        }
    }

    private static final int[] EXERCISE = {64, 128, 256, 512};

    private final QueryEncoder queryEncoder;
    private final ChartPane chart = newChart();
    private final ComboBox<GapQuestion> question = new ComboBox<>();
    private final Choice<Points> points = Choice.list("points at", List.of(Points.values()), Points.EXERCISE,
            each -> each.label);
    private final NumberTable<Integer> table = new NumberTable<>("Similarity and gap by prefix length");
    private @Nullable Corpus corpus;
    private @Nullable GapAnswer answer;
    private int[] ladder = {};
    private boolean filling;

    /**
     * Creates the view.
     *
     * @param workbench the shared state
     * @param background computes
     * @param queryEncoder encodes the view's own query
     */
    public GapView(Workbench workbench, Background background, QueryEncoder queryEncoder) {
        super("gap", "Gap", workbench, background);
        this.queryEncoder = queryEncoder;
        question.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable GapQuestion asked) {
                return asked == null ? "" : asked.query().text();
            }

            @Override
            public GapQuestion fromString(String text) {
                throw new UnsupportedOperationException("a question cannot be typed");
            }
        });
        question.getStyleClass().add("question-choice");
        question.setAccessibleText("query");
        Label label = new Label("query");
        label.setLabelFor(question);
        Button copy = new Button("Copy table");
        copy.setOnAction(event -> table.copy());
        chart.addAction(copy);
        addChoice(label);
        addChoice(question);
        addChoice(points);
        addContent(chart, true);
        addContent(table, false);
        question.valueProperty().addListener(observable -> {
            if (!filling) {
                invalidate();
            }
        });
        points.valueProperty().addListener(observable -> draw());
    }

    @Override
    public List<ChartPane> charts() {
        return List.of(chart);
    }

    @Override
    void ask(Sided<Subject> subjects) {
        Corpus current = subjects.a().embedded().corpus();
        offerQuestions(current);
        @Nullable
        GapQuestion asked = question.getValue();
        if (asked == null) {
            background().cancel("gap");
            answer = null;
            showEmpty(
                    "This corpus has no query with related and unrelated texts. The lesson and the encyclopedia have; a"
                            + " corpus of your own can bring judged queries.");
            return;
        }
        background().latest("gap", "Related and unrelated texts over all prefixes",
                progress -> answer(asked, subjects, progress), result -> {
                    answer = result;
                    ladder = Prefixes.ladder(subjects.a().embedded().origin());
                    draw();
                    reveal();
                });
    }

    // The same object, since comparing a million texts has no place on the FX thread.
    @SuppressWarnings("ReferenceEquality")
    private void offerQuestions(Corpus current) {
        if (current == corpus) {
            return;
        }
        corpus = current;
        filling = true;
        List<GapQuestion> questions = GapQuestion.in(current);
        question.setItems(FXCollections.observableArrayList(questions));
        question.setValue(questions.isEmpty() ? null : questions.getFirst());
        filling = false;
    }

    private GapAnswer answer(GapQuestion asked, Sided<Subject> subjects, Progress progress) {
        return new GapAnswer(asked, subjects.map((side, subject) -> subject.embedded().origin().name()),
                Prefixes.trained(subjects.a().embedded().origin()),
                subjects.map((side, subject) -> Studies.gap(subject.embedded().store(), query(asked, subject),
                        asked.related(), asked.unrelated(), progress)));
    }

    private float[] query(GapQuestion asked, Subject subject) {
        String text = asked.query().text();
        return text.equals(subject.queryText()) ? subject.query() : queryEncoder.encode(text, subject.side());
    }

    private void draw() {
        GapAnswer current = answer;
        if (current == null) {
            return;
        }
        int[] chosen = switch (points.get()) {
            case EXERCISE -> Arrays.stream(EXERCISE).filter(d -> d <= current.dimension()).toArray();
            case LADDER -> ladder;
        };
        chart.show(GapChart.of(current, chosen));
        table.getColumns().clear();
        table.addText("prefix", Numbers::whole);
        current.curves().forEach((side, curve) -> addColumns(current.curves().tag(side), curve));
        table.show(IntStream.of(chosen).boxed().toList());
    }

    private void addColumns(String tag, GapCurve curve) {
        addColumn(tag + "related", curve.meanRelated());
        addColumn(tag + "unrelated", curve.meanUnrelated());
        addColumn(tag + "gap", curve.gap());
        addColumn(tag + "95 % from", curve.gapLow());
        addColumn(tag + "to", curve.gapHigh());
    }

    private void addColumn(String header, double[] values) {
        table.addNumber(header,
                d -> new ReadOnlyStringWrapper(d <= values.length ? Numbers.fixed(values[d - 1]) : "–"));
    }
}
