package org.matryoscope.app.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.DirectBackground;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.BuiltInCorpora;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.study.LiveRanking;

import static org.assertj.core.api.Assertions.assertThat;

/** Draws every view with real vectors, for people to look at, and checks that there is something on each picture. */
class ViewPicturesTest {
    private static final Path FOLDER = Path.of("target", "screenshots", "views");

    /** A choice may ask again, which happens in the next pulse. */
    private static final int PULSES = 5;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(FOLDER);
    }

    @ParameterizedTest
    @CsvSource({"scores,0,lesson,false,light,760,520,12", "scores,0,encyclopedia,true,dark,1250,760,12",
            "energy,0,encyclopedia,true,light,760,520,12", "energy,1,encyclopedia,true,dark,760,520,12",
            "energy,2,encyclopedia,true,light,760,520,12", "energy,3,encyclopedia,true,dark,1250,760,12",
            "stability,0,encyclopedia,true,light,760,520,12", "stability,0,encyclopedia,false,dark,1250,760,12",
            "bump,0,encyclopedia,false,light,760,520,12", "bump,1,encyclopedia,true,dark,1250,760,12",
            "gap,0,lesson,false,light,760,520,12", "gap,0,encyclopedia,true,dark,1250,760,12",
            "scores,0,encyclopedia,false,light,1000,900,24", "energy,0,encyclopedia,false,light,1000,900,24",
            "bump,0,lesson,false,light,1000,900,24", "gap,0,lesson,false,dark,1000,900,24",
            "stability,0,lesson,true,light,1000,900,24", "formats,0,encyclopedia,true,light,760,520,12",
            "formats,0,encyclopedia,false,dark,1250,760,12", "formats,0,encyclopedia,false,light,1000,900,24"})
    void drawsTheView(String name, int page, String corpusId, boolean both, String theme, int width, int height,
            int fontSize) throws Exception {
        Workbench workbench = new Workbench();
        View view = WaitForAsyncUtils.asyncFx(() -> view(name, workbench)).get();
        WaitForAsyncUtils.asyncFx(() -> fill(workbench, corpusId, both)).get();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> view.charts().stream().allMatch(chart -> chart.chart() != null))
                        .get());

        WaitForAsyncUtils.asyncFx(() -> choose(view, page)).get();
        WaitForAsyncUtils.waitForFxEvents(PULSES);
        WritableImage picture = WaitForAsyncUtils.asyncFx(() -> picture(view, theme, width, height, fontSize)).get();

        ImageIO.write(
                SwingFXUtils.fromFXImage(picture, null), "png", FOLDER
                        .resolve(String.join("-", name + page, corpusId, both ? "ab" : "a", theme,
                                Integer.toString(width), Integer.toString(fontSize)) + ".png")
                        .toFile());
        assertThat(colours(picture)).isGreaterThan(20);
    }

    private static View view(String name, Workbench workbench) {
        return Views.all(workbench, new DirectBackground(), RealSubjects::encode)
                .stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(View view, int page) {
        if (page > 0) {
            var buttons = List.copyOf(view.node().lookupAll(".choice-buttons > .toggle-button"));
            ((ToggleButton) buttons.get(page)).fire();
        }
    }

    private static void fill(Workbench workbench, String corpusId, boolean both) {
        Corpus corpus = BuiltInCorpora.load(corpusId);
        JudgedQuery query = corpus.queries().getFirst();
        workbench.judged().set(query);
        var a = RealSubjects.of(Side.A, corpusId, query.text());
        workbench.ranking(Side.A).set(new LiveRanking(a.embedded().store(), a.query(), Progress.NONE).at(64, true));
        workbench.subject(Side.A).set(a);
        if (both) {
            workbench.subject(Side.B).set(RealSubjects.of(Side.B, corpusId, query.text()));
        }
        workbench.prefix().set(64);
    }

    private static WritableImage picture(View view, String theme, int width, int height, int fontSize) {
        Application.setUserAgentStylesheet(theme.equals("dark")
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
        var root = new StackPane(new BorderPane(view.node()));
        root.styleProperty().set("-fx-font-size: " + fontSize + "px");
        return new Scene(root, width, height).snapshot(null);
    }

    private static long colours(WritableImage picture) {
        var pixels = picture.getPixelReader();
        return java.util.stream.IntStream.range(0, (int) picture.getHeight())
                .boxed()
                .flatMap(y -> java.util.stream.IntStream.range(0, (int) picture.getWidth())
                        .mapToObj(x -> pixels.getArgb(x, y)))
                .distinct()
                .count();
    }
}
