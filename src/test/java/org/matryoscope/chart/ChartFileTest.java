package org.matryoscope.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Figures in files. */
class ChartFileTest {
    private static final ChartFile.Size PAGE = ChartFile.Size.ofMillimetres(160);
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png"})
    void twoRunsGiveTheSameBytes(String ending) throws IOException {
        Chart chart = SampleCharts.panels(3, 384);
        assertThat(Files.readAllBytes(write(chart, "one." + ending)))
                .isEqualTo(Files.readAllBytes(write(chart, "two." + ending)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf"})
    void aFigureOfManyBarsIsSmall(String ending) throws IOException {
        assertThat(Files.size(write(SampleCharts.bars(768), "bars." + ending))).isLessThan(1_000_000);
    }

    @Test
    void pdfKeepsTextAsTextWithItsFontsAndItsSize() throws IOException {
        Path file = write(SampleCharts.panels(2, 384), "panels.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Lines", "P0: a panel", "P1: a panel", "prefix length d", "384");
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isCloseTo((float) (160 * POINTS_PER_MILLIMETRE), within(0.01f));
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("MatryoscopeSans");
            });
        }
    }

    @Test
    void lettersThatTheFontLacksAreDrawnInEveryKindOfFile() throws IOException {
        Chart chart = Chart.builder("変換器 before", Axis.prefixes("d", AxisScale.LINEAR, 4), Axis.linear("y", 0, 1))
                .add(new Series.Line("a", SeriesStyle.solid(Ink.BLUE), Set.of(), DataTable.range(1, 4),
                        new double[]{0, 1, 0, 1}))
                .build();
        assertThat(Files.readString(write(chart, "letters.svg"))).contains("変換器 before");
        assertThat(write(chart, "letters.png")).isNotEmptyFile();
        try (PDDocument document = Loader.loadPDF(write(chart, "letters.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("before");
        }
    }

    @Test
    void aPictureHasThreeHundredDotsAnInch() throws IOException {
        BufferedImage picture = ImageIO.read(write(SampleCharts.bars(64), "bars.png").toFile());

        assertThat(picture.getWidth()).isCloseTo((int) Math.round(160 / 25.4 * 300), within(1));
    }

    @Test
    void anUnknownEndingIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> write(SampleCharts.bars(8), "bars.gif")).isInstanceOf(Problem.class)
                .hasMessageContaining("bars.gif")
                .hasMessageContaining(".svg, .pdf or .png");
    }

    private Path write(Chart chart, String name) {
        Path file = folder.resolve(name);
        ChartFile.write(chart, file, PAGE, ChartTheme.PRINT);
        return file;
    }
}
