package org.matryoscope.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
import org.matryoscope.study.FormatCurves;
import org.matryoscope.study.FormatCurves.FormatCurve;
import org.matryoscope.study.Studies;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/** Formats: what does it cost to store the vectors in fewer bits, at every prefix? */
public final class FormatsView extends ChartView {
    /** What was asked last: another choice of the format to score with asks nothing new. */
    private record Question(Sided<VectorStore> given, Sided<String> queries, int k) {}

    /** One line of the table. */
    private record Line(Side side, FormatCurves curves, FormatCurve curve) {
        String bytes(int d) {
            return d > curves.dimension() ? "–" : Numbers.bytes(curve.format().bytesPerVector(d));
        }

        String total(int d) {
            return d > curves.dimension() ? "–" : Numbers.bytes(curve.format().bytesPerVector(d) * curves.documents());
        }

        String overlap(double[] values, int d) {
            return d > values.length ? "–" : Numbers.fixed(values[d - 1]);
        }
    }

    private final ChartPane chart = newChart();
    private final Choice<Integer> depth = Choice.list("top k", List.of(1, 5, 10, 20, 50, 100), 10, Object::toString);
    private final Choice<FormatsChart.Reference> reference = Choice.list("compared at",
            List.of(FormatsChart.Reference.values()), FormatsChart.Reference.FULL, FormatsChart.Reference::label);
    private final ObservableList<NumberFormat> formats = FXCollections.observableArrayList(NumberFormat.values());
    private final Choice<NumberFormat> scored = Choice.list("score with", formats, NumberFormat.FLOAT32,
            NumberFormat::label);
    private final NumberTable<Line> table = new NumberTable<>("Bytes and agreement by number format");
    private @Nullable Question answered;
    private @Nullable FormatsAnswer answer;

    /**
     * Creates the view.
     *
     * @param workbench the shared state
     * @param background computes
     */
    public FormatsView(Workbench workbench, Background background) {
        super("formats", "Formats", workbench, background);
        addChoice(depth);
        addChoice(reference);
        addChoice(scored);
        workbench.subject(Side.A).addListener(observable -> offerFormats());
        workbench.subject(Side.B).addListener(observable -> offerFormats());
        workbench.format().addListener(observable -> offerFormats());
        scored.valueProperty().addListener((property, old, now) -> {
            if (now != finest().coarser(workbench.format().get())) {
                workbench.format().set(now);
            }
        });
        offerFormats();
        Button copy = new Button("Copy table");
        copy.setOnAction(event -> table.copy());
        chart.addAction(copy);
        addContent(chart, true);
        addContent(table, false);
        // All four formats, however low the window: the chart gives way.
        table.keepWhole();
        observe(depth.valueProperty());
        reference.valueProperty().addListener(observable -> draw());
    }

    /** Offers what the vectors can still be rounded to, and shows what they are scored with. */
    private void offerFormats() {
        NumberFormat finest = finest();
        List<NumberFormat> possible = Stream.of(NumberFormat.values()).filter(f -> f == finest.coarser(f)).toList();
        if (!formats.equals(possible)) {
            formats.setAll(possible);
        }
        scored.valueProperty().set(finest.coarser(workbench().format().get()));
    }

    /** The most exact format in which vectors were given. */
    private NumberFormat finest() {
        return Stream.of(Side.values())
                .map(side -> workbench().subject(side).get())
                .flatMap(Stream::ofNullable)
                .map(subject -> subject.embedded().given().store().format())
                .min(Comparator.naturalOrder())
                .orElse(NumberFormat.FLOAT32);
    }

    @Override
    public List<ChartPane> charts() {
        return List.of(chart);
    }

    @Override
    void ask(Sided<Subject> subjects) {
        int k = Math.min(depth.get(), subjects.a().embedded().corpus().documents().size());
        Question question = new Question(subjects.map((side, subject) -> subject.embedded().given().store()),
                subjects.map((side, subject) -> subject.queryText()), k);
        if (question.equals(answered)) {
            return;
        }
        background().latest("formats", "Agreement by number format", progress -> answer(subjects, k, progress),
                result -> {
                    answered = question;
                    answer = result;
                    draw();
                    reveal();
                });
    }

    private static FormatsAnswer answer(Sided<Subject> subjects, int k, Progress progress) {
        return new FormatsAnswer(subjects.map((side, subject) -> subject.embedded().origin().name()),
                Prefixes.trained(subjects.a().embedded().origin()), subjects.map((side, subject) -> Studies
                        .formats(subject.embedded().given().store(), subject.query(), k, progress)));
    }

    private void draw() {
        FormatsAnswer current = answer;
        if (current == null) {
            return;
        }
        chart.show(FormatsChart.of(current, reference.get()));
        table.getColumns().clear();
        table.addText("format", line -> current.curves().tag(line.side()) + line.curve().format().label());
        FormatCurves a = current.curves().a();
        String overlap = "@" + a.k();
        addMoving(d -> "d = " + d, Line::bytes);
        addMoving(d -> "all texts", Line::total);
        addMoving(d -> overlap + " same d", (line, d) -> line.overlap(line.curve().sameD(), d));
        addMoving(d -> overlap + " full", (line, d) -> line.overlap(line.curve().full(), d));
        addFull("d = " + a.dimension(), Line::bytes);
        addFull("all texts", Line::total);
        addFull(overlap, (line, d) -> line.overlap(line.curve().full(), d));
        List<Line> lines = new ArrayList<>();
        current.curves()
                .forEach((side, curves) -> curves.formats().forEach(curve -> lines.add(new Line(side, curves, curve))));
        table.show(lines);
    }

    /** What a cell says of a line at a prefix. */
    @FunctionalInterface
    private interface Cell {
        String at(Line line, int d);
    }

    /** A column whose cells follow the slider. */
    private void addMoving(IntFunction<String> header, Cell cell) {
        var prefix = workbench().prefix();
        TableColumn<Line, String> column = table.addNumber("",
                line -> Bindings.createStringBinding(() -> cell.at(line, prefix.get()), prefix));
        column.textProperty().bind(Bindings.createStringBinding(() -> header.apply(prefix.get()), prefix));
        column.getStyleClass().add("current-column");
    }

    private void addFull(String header, Cell cell) {
        table.addNumber(header, line -> new ReadOnlyStringWrapper(cell.at(line, line.curves().dimension())));
    }
}
