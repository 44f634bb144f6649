package org.matryoscope.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws a page of PDF. Text stays text, in the app's font, of which the letters in use are embedded; characters that it lacks are
 * drawn as outlines of another font.
 */
final class PdfSurface implements Surface, AutoCloseable {
    private static final float POINTS_PER_PIXEL = 72f / 96;

    private final PDDocument document = new PDDocument();
    private final PDPageContentStream content;
    private final PDFont regular;
    private final PDFont bold;
    private final Map<Float, PDExtendedGraphicsState> opacities = new HashMap<>();

    /**
     * Begins a page.
     *
     * @param title what the document is called
     * @param width in pixels of 1/96 inch
     * @param height likewise
     */
    PdfSurface(String title, double width, double height) {
        try {
            // Else the time of writing is in the file.
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(title);
            regular = font(false);
            bold = font(true);
            PDPage page = new PDPage(
                    new PDRectangle((float) width * POINTS_PER_PIXEL, (float) height * POINTS_PER_PIXEL));
            document.addPage(page);
            content = new PDPageContentStream(document, page);
            // From here on in pixels from the top left, as every surface.
            content.transform(
                    new Matrix(POINTS_PER_PIXEL, 0, 0, -POINTS_PER_PIXEL, 0, (float) height * POINTS_PER_PIXEL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDFont font(boolean inBold) throws IOException {
        try (InputStream file = ChartFont.file(inBold)) {
            return PDType0Font.load(document, file, true);
        }
    }

    /** Something that writes to the page. */
    @FunctionalInterface
    private interface Drawing {
        void draw() throws IOException;
    }

    /** The page is in memory, where writing does not fail. */
    private static void drawn(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        drawn(() -> {
            fill(fill);
            content.addRect((float) x, (float) y, (float) width, (float) height);
            content.fill();
        });
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Pen pen) {
        drawn(() -> {
            Colour colour = pen.colour();
            content.setStrokingColor((float) colour.red(), (float) colour.green(), (float) colour.blue());
            opacity(colour);
            float width = (float) pen.width();
            content.setLineWidth(width);
            content.setLineJoinStyle(1);
            content.setLineCapStyle(pen.dashed() ? 0 : 1);
            content.setLineDashPattern(pen.dashed() ? new float[]{3.5f * width, 2.5f * width} : new float[0], 0);
            path(xs, ys, count);
            content.stroke();
        });
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Colour fill) {
        drawn(() -> {
            fill(fill);
            path(xs, ys, count);
            content.closePath();
            content.fill();
        });
    }

    private void path(double[] xs, double[] ys, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                content.moveTo((float) xs[i], (float) ys[i]);
            } else {
                content.lineTo((float) xs[i], (float) ys[i]);
            }
        }
    }

    private void fill(Colour colour) throws IOException {
        content.setNonStrokingColor((float) colour.red(), (float) colour.green(), (float) colour.blue());
        opacity(colour);
    }

    private void opacity(Colour colour) throws IOException {
        content.setGraphicsStateParameters(opacities.computeIfAbsent((float) colour.opacity(), opacity -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(opacity);
            state.setStrokingAlphaConstant(opacity);
            return state;
        }));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        drawn(() -> {
            fill(style.colour());
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            if (style.upwards()) {
                place.rotate(-Math.PI / 2);
            }
            place.translate(ChartFont.start(text, style), ChartFont.baseline(style));
            for (ChartFont.Run run : ChartFont.runs(text, style)) {
                if (run.own()) {
                    write(run.text(), place, style);
                } else {
                    outline(run, place);
                }
                place.translate(run.width(), 0);
            }
        });
    }

    private void write(String text, AffineTransform place, TextStyle style) throws IOException {
        AffineTransform upright = new AffineTransform(place);
        upright.scale(1, -1);
        content.beginText();
        content.setFont(style.bold() ? bold : regular, (float) style.size());
        content.setTextMatrix(new Matrix(upright));
        content.showText(text);
        content.endText();
    }

    private void outline(ChartFont.Run run, AffineTransform place) throws IOException {
        PathIterator path = run.outline().getPathIterator(place);
        float[] at = new float[6];
        float[] current = new float[2];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    quadratic(current, at);
                    at[0] = at[2];
                    at[1] = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    at[0] = at[4];
                    at[1] = at[5];
                }
                default -> content.closePath();
            }
            current[0] = at[0];
            current[1] = at[1];
        }
        content.fill();
    }

    /** PDF has cubic curves only; this one is the same curve. */
    private void quadratic(float[] from, float[] to) throws IOException {
        content.curveTo(from[0] + (to[0] - from[0]) * 2 / 3, from[1] + (to[1] - from[1]) * 2 / 3,
                to[2] + (to[0] - to[2]) * 2 / 3, to[3] + (to[1] - to[3]) * 2 / 3, to[2], to[3]);
    }

    @Override
    public double width(String text, TextStyle style) {
        return ChartFont.width(text, style);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        drawn(() -> {
            content.saveGraphicsState();
            content.addRect((float) x, (float) y, (float) width, (float) height);
            content.clip();
        });
    }

    @Override
    public void unclip() {
        drawn(content::restoreGraphicsState);
    }

    /** Ends the page; returns the whole file. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        drawn(() -> {
            content.close();
            document.save(bytes);
        });
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        drawn(document::close);
    }
}
