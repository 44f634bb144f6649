package org.matryoscope.app.slider;

import java.util.List;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/**
 * The set of dolls that go into each other, one a marked prefix, smallest in front: those within the kept prefix are filled,
 * and the next one as far as d has come towards its size.
 */
final class Dolls extends Region {
    private static final StyleablePropertyFactory<Dolls> STYLES = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final CssMetaData<Dolls, Color> FILL = STYLES.createColorCssMetaData("-doll-fill", s -> s.fill);
    private static final CssMetaData<Dolls, Color> LINE = STYLES.createColorCssMetaData("-doll-line", s -> s.line);
    private static final CssMetaData<Dolls, Color> BACK = STYLES.createColorCssMetaData("-doll-back", s -> s.back);

    private static final CssMetaData<Dolls, Color> FACE = STYLES.createColorCssMetaData("-doll-face", s -> s.face);
    private static final CssMetaData<Dolls, Color> FEATURES = STYLES.createColorCssMetaData("-doll-features",
            s -> s.features);

    /** Height of the smallest doll as a share of the largest one's. */
    private static final double SMALLEST = 0.38;
    /** How far the next doll stands to the right, as a share of a doll's width. */
    private static final double ADVANCE = 0.72;
    private static final double LINE_WIDTH = 1.2;

    private final IntegerProperty prefix = new SimpleIntegerProperty(this, "prefix", 1);
    private final ObjectProperty<PrefixMarks> marks = new SimpleObjectProperty<>(this, "marks", PrefixMarks.NONE);
    private final StyleableProperty<Color> fill = colour(FILL, "fill", Color.STEELBLUE);
    private final StyleableProperty<Color> line = colour(LINE, "line", Color.GRAY);
    private final StyleableProperty<Color> back = colour(BACK, "back", Color.WHITE);
    private final StyleableProperty<Color> face = colour(FACE, "face", Color.BISQUE);
    private final StyleableProperty<Color> features = colour(FEATURES, "features", Color.BLACK);
    private final Canvas canvas = new Canvas();

    Dolls() {
        getStyleClass().add("dolls");
        setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
        // The width follows from the height, which the text's size sets; nothing else tells of it.
        prefHeightProperty().subscribe(this::requestLayout);
        prefix.subscribe(this::draw);
        marks.subscribe(() -> {
            draw();
            requestLayout();
        });
    }

    IntegerProperty prefix() {
        return prefix;
    }

    ObjectProperty<PrefixMarks> marks() {
        return marks;
    }

    private StyleableObjectProperty<Color> colour(CssMetaData<Dolls, Color> meta, String name, Color initial) {
        return new StyleableObjectProperty<>(initial) {
            @Override
            protected void invalidated() {
                draw();
            }

            @Override
            public Object getBean() {
                return Dolls.this;
            }

            @Override
            public String getName() {
                return name;
            }

            @Override
            public CssMetaData<Dolls, Color> getCssMetaData() {
                return meta;
            }
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    protected double computePrefWidth(double height) {
        double room = height > 0 ? height : prefHeight(-1);
        List<Integer> sizes = marks.get().prefixes();
        return Math.ceil(left(sizes.size() - 1, room) + height(sizes.size() - 1, room) * DollShape.ASPECT);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    /** Returns the height of the i-th doll in a room of the given height. */
    private double height(int i, double room) {
        int last = marks.get().prefixes().size() - 1;
        return room * (last == 0 ? 1 : SMALLEST + (1 - SMALLEST) * i / last);
    }

    /** Returns the left edge of the i-th doll: each stands partly behind the one before. */
    private double left(int i, double room) {
        double left = 0;
        for (int before = 0; before < i; before++) {
            left += height(before, room) * DollShape.ASPECT * ADVANCE;
        }
        return left;
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double room = canvas.getHeight() - LINE_WIDTH;
        if (room < 1) {
            return;
        }
        List<Integer> sizes = marks.get().prefixes();
        PrefixScale scale = new PrefixScale(sizes.getLast(), true);
        double kept = scale.fraction(Math.clamp(prefix.get(), 1, scale.dimension()));
        for (int i = sizes.size() - 1; i >= 0; i--) {
            double from = i == 0 ? 0 : scale.fraction(sizes.get(i - 1));
            double to = scale.fraction(sizes.get(i));
            double share = to > from ? Math.clamp((kept - from) / (to - from), 0, 1) : 1;
            doll(g, left(i, room) + LINE_WIDTH / 2, height(i, room), share);
        }
    }

    private void doll(GraphicsContext g, double x, double height, double share) {
        double y = canvas.getHeight() - LINE_WIDTH / 2 - height;
        DollShape.outline(g, x, y, height);
        g.setFill(filledUpTo(share, y, height));
        g.fill();
        g.setLineWidth(LINE_WIDTH);
        g.setStroke(line.getValue());
        g.stroke();
        g.setFill(face.getValue());
        DollShape.face(g, x, y, height);
        g.setFill(features.getValue());
        DollShape.features(g, x, y, height);
    }

    /** A gradient with a hard edge: clipping to a path costs the renderer many times as much. */
    private LinearGradient filledUpTo(double share, double y, double height) {
        return new LinearGradient(0, y + height, 0, y, false, CycleMethod.NO_CYCLE, new Stop(0, fill.getValue()),
                new Stop(share, fill.getValue()), new Stop(share, back.getValue()), new Stop(1, back.getValue()));
    }
}
