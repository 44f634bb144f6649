package org.matryoscope.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.base.Progress;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.LiveRanking;
import org.matryoscope.retrieval.RankingAt;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matryoscope.app.Patience.waitUntil;

/** Chooses how the vectors are stored, in the real window: the ranking follows what is stored. */
class FormatsInWindowTest extends ApplicationTest {

    @TempDir
    static Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT);
        test.show(stage);
    }

    @AfterEach
    void close() {
        interact(test::close);
    }

    @Test
    void theRankingIsScoredWithTheChosenFormat() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null);
        EmbeddedCorpus given = subject().texts();
        assertThat(menu().getText()).startsWith("float32, ");
        choose(NumberFormat.BINARY);
        waitUntil(() -> subject().texts().store().format() == NumberFormat.BINARY && isRanked());
        assertThat(menu().getText()).startsWith("binary, ");
        assertThat(subject().texts().given()).isSameAs(given);
        choose(NumberFormat.FLOAT32);
        waitUntil(() -> isRanked() && subject().texts().equals(given));
        assertThat(menu().getText()).startsWith("float32, ");
    }

    @Test
    void theNextQueryIsScoredWithTheSameCopy() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null);
        choose(NumberFormat.INT8);
        waitUntil(() -> subject().texts().store().format() == NumberFormat.INT8 && isRanked());
        EmbeddedCorpus copy = subject().texts();
        interact(() -> test.instrument().session().ask("another question"));
        waitUntil(() -> subject().asked().text().equals("another question") && isRanked());
        assertThat(subject().texts()).isSameAs(copy);
    }

    @Test
    void theViewChartsEveryFormatAndListsItsBytes() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null);
        int formats = test.window().views().stream().map(view -> view.question().name()).toList().indexOf("formats");
        interact(() -> test.window().show(formats));
        ChartPane chart = test.window().view().chart();
        waitUntil(() -> chart.chart() != null);
        assertThat(Objects.requireNonNull(chart.chart()).legend()).extracting(entry -> entry.label())
                .contains("float32", "float16", "int8", "binary");
        interact(() -> workbench().prefix().set(64));
        interact(() -> ((ToggleButton) test.window().view().node().lookup(".foldout-toggle")).fire());
        waitUntil(() -> test.window().view().node().lookup(".number-table") != null);
        TableView<?> table = (TableView<?>) test.window().view().node().lookup(".number-table");
        waitUntil(() -> table.getItems().size() >= 28);
        assertThat(table.getColumns()).extracting(TableColumn::getText).startsWith("format", "d", "bytes", "all texts");
        assertThat(cell(table, 0)).isEqualTo("float32");
        assertThat(cell(table, 2)).isEqualTo("32\u202fB");
    }

    @Test
    void offersOnlyWhatTheVectorsCanStillBeRoundedTo() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null);
        Subject coarse = ManyRows.subject(2000, 32, NumberFormat.INT8, 1);
        interact(() -> {
            workbench().subject(Side.B).set(null);
            workbench().subject(Side.A).set(coarse);
        });
        assertThat(menu().getItems()).extracting(MenuItem::isDisable).containsExactly(true, true, false, false);
        assertThat(workbench().format().get()).isEqualTo(NumberFormat.FLOAT32);
        assertThat(menu().getItems()).extracting(item -> ((RadioMenuItem) item).isSelected())
                .containsExactly(false, false, true, false);
        choose(NumberFormat.BINARY);
        assertThat(workbench().format().get()).isEqualTo(NumberFormat.BINARY);
        interact(() -> workbench().subject(Side.A).set(null));
        coarse.texts().store().close();
    }

    private static Object cell(TableView<?> table, int column) {
        return table.getColumns().get(column).getCellObservableValue(0).getValue();
    }

    private void choose(NumberFormat format) {
        interact(() -> ((RadioMenuItem) menu().getItems().get(List.of(NumberFormat.values()).indexOf(format))).fire());
    }

    /** Whether the ranking shown is that of the vectors that are stored. */
    private boolean isRanked() {
        Subject subject = subject();
        RankingAt shown = workbench().ranking(Side.A).get();
        if (shown == null || shown.d() != workbench().prefix().get()) {
            return false;
        }
        RankingAt expected = new LiveRanking(subject.texts().store(), subject.asked().vector(), Progress.NONE)
                .at(shown.d(), true);
        return Arrays.equals(shown.score(), expected.score());
    }

    private MenuButton menu() {
        return lookup("#number-format").queryAs(MenuButton.class);
    }

    private Workbench workbench() {
        return test.instrument().workbench();
    }

    private Subject subject() {
        return Objects.requireNonNull(workbench().subject(Side.A).get());
    }

}
