package org.matryoscope.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.base.Progress;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.LiveRanking;
import org.matryoscope.study.RankingAt;
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
        EmbeddedCorpus given = subject().embedded();
        assertThat(menu().getText()).startsWith("float32, ");
        choose(NumberFormat.BINARY);
        waitUntil(() -> subject().embedded().store().format() == NumberFormat.BINARY && isRanked());
        assertThat(menu().getText()).startsWith("binary, ");
        assertThat(subject().embedded().given()).isSameAs(given);
        choose(NumberFormat.FLOAT32);
        waitUntil(() -> isRanked() && subject().embedded().equals(given));
        assertThat(menu().getText()).startsWith("float32, ");
    }

    @Test
    void theNextQueryIsScoredWithTheSameCopy() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null);
        choose(NumberFormat.INT8);
        waitUntil(() -> subject().embedded().store().format() == NumberFormat.INT8 && isRanked());
        EmbeddedCorpus copy = subject().embedded();
        interact(() -> test.instrument().session().ask("another question"));
        waitUntil(() -> subject().queryText().equals("another question") && isRanked());
        assertThat(subject().embedded()).isSameAs(copy);
    }

    @Test
    void theViewChartsEveryFormatAndListsItsBytes() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null);
        int last = test.window().views().size() - 1;
        interact(() -> test.window().show(last));
        ChartPane chart = test.window().view().charts().getFirst();
        waitUntil(() -> chart.chart() != null);
        assertThat(Objects.requireNonNull(chart.chart()).legend()).extracting(entry -> entry.label())
                .contains("float32", "float16", "int8", "binary");
        TableView<?> table = (TableView<?>) test.window().view().node().lookup(".number-table");
        interact(() -> workbench().prefix().set(64));
        assertThat(table.getItems()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(table.getColumns().get(1).getText()).isEqualTo("d = 64");
        assertThat(cell(table, 1)).isEqualTo("256\u202fB");
        interact(() -> workbench().prefix().set(128));
        assertThat(cell(table, 1)).isEqualTo("512\u202fB");
        assertThat(cell(table, 5)).isEqualTo("1.54\u202fkB");
    }

    @Test
    void offersOnlyWhatTheVectorsCanStillBeRoundedTo() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null);
        interact(() -> test.window().show(test.window().views().size() - 1));
        ChoiceBox<?> box = (ChoiceBox<?>) test.window()
                .view()
                .node()
                .lookupAll(".choice-box")
                .stream()
                .filter(node -> "score with".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        assertThat(box.getItems()).hasSize(4);
        Subject coarse = ManyRows.subject(2000, 32, NumberFormat.INT8, 1);
        interact(() -> {
            workbench().subject(Side.B).set(null);
            workbench().subject(Side.A).set(coarse);
        });
        assertThat(List.<Object>copyOf(box.getItems())).containsExactly(NumberFormat.INT8, NumberFormat.BINARY);
        assertThat((Object) box.getValue()).isEqualTo(NumberFormat.INT8);
        assertThat(workbench().format().get()).isEqualTo(NumberFormat.FLOAT32);
        assertThat(menu().getItems()).extracting(item -> ((RadioMenuItem) item).isSelected())
                .containsExactly(false, false, true, false);
        interact(() -> box.getSelectionModel().select(1));
        assertThat(workbench().format().get()).isEqualTo(NumberFormat.BINARY);
        interact(() -> workbench().subject(Side.A).set(null));
        coarse.embedded().store().close();
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
        RankingAt expected = new LiveRanking(subject.embedded().store(), subject.query(), Progress.NONE).at(shown.d(),
                true);
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
