package org.matryoscope.app.panel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

import org.matryoscope.app.TestWindow;
import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.BadFiles;
import org.matryoscope.corpus.vectors.BadFiles.BadFile;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matryoscope.app.Patience.waitUntil;

/** Files of vectors are opened, asked and refused in the real window. */
class VectorsInWindowTest extends ApplicationTest {
    private static final int ROWS = 30;
    private static final int LESSON = 14;

    @TempDir
    Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT), TestWindow.oneModel());
        test.show(stage, 980, 780);
    }

    @AfterEach
    void close() {
        if (!test.instrument().preferences().settings().get().recentVectors().isEmpty()) {
            waitUntil(() -> Files.exists(folder.resolve("settings.json")));
        }
        interact(test::close);
    }

    private void waitForRanking() {
        waitUntil(() -> test.instrument().workbench().ranking(Side.A).get() != null
                && !test.instrument().session().stale().get() && test.instrument().workers().tasks().isEmpty());
    }

    private Path vectors(String name, int rows, int dimension, long seed) throws IOException {
        Random random = new Random(seed);
        ByteBuffer bytes = ByteBuffer.allocate(rows * (dimension + 1) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows; row++) {
            bytes.putInt(dimension);
            for (int i = 0; i < dimension; i++) {
                bytes.putFloat((float) random.nextGaussian());
            }
        }
        return Files.write(folder.resolve(name), bytes.array());
    }

    private <T extends Node> T find(String id, Class<T> type) {
        waitUntil(() -> lookup(id).tryQuery().isPresent());
        return Objects.requireNonNull(lookup(id).queryAs(type));
    }

    private void press(String id) {
        Button button = find(id, Button.class);
        interact(button::fire);
    }

    private Subject subject(Side side) {
        return Objects.requireNonNull(test.instrument().workbench().subject(side).get());
    }

    private boolean shows(Side side, int rows, int dimension) {
        Subject subject = test.instrument().workbench().subject(side).get();
        return subject != null && subject.texts().store().rows() == rows && subject.dimension() == dimension;
    }

    private List<String> notices() {
        return lookup(".notice").queryAll().stream().map(Node::getAccessibleText).toList();
    }

    private void openOnA(Path file) {
        interact(() -> test.window().open(file));
        press("#vectors-open");
    }

    private void openOnB(Path file) {
        test.answer(file);
        interact(() -> vectorsItem("#model-b").fire());
        press("#vectors-open");
    }

    private MenuItem vectorsItem(String menu) {
        return find(menu, MenuButton.class).getItems()
                .stream()
                .filter(item -> "Open vectors…".equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private void ask(String query) {
        interact(() -> find("#query", TextField.class).setText(query));
        interact(() -> find("#query", TextField.class).fireEvent(new ActionEvent()));
    }

    @Test
    void opensVectorsWithTheirFirstRowAsTheQuery() throws IOException {
        waitForRanking();
        openOnA(vectors("mine.fvecs", ROWS, 20, 1));
        waitUntil(() -> shows(Side.A, ROWS, 20));
        waitForRanking();
        assertThat(find("#query", TextField.class).getText()).isEqualTo("#0");
        assertThat(subject(Side.A).asked().row()).isZero();
        assertThat(find("#model-a", MenuButton.class).getText()).isEqualTo("mine.fvecs");
        assertThat(find("#document-count", Label.class).getText()).startsWith("30 ");
        waitUntil(() -> lookup("#ranking .list-cell").queryAllAs(Node.class)
                .stream()
                .anyMatch(cell -> String.valueOf(cell.getAccessibleText()).startsWith("Rank 1, the query itself")));
        assertThat(test.instrument().preferences().settings().get().recentVectors())
                .containsExactly(folder.resolve("mine.fvecs"));
        assertThat(test.instrument().workbench().subject(Side.B).get()).as("a model has no texts to encode").isNull();
        assertThat(notices()).isEmpty();
    }

    @Test
    void asksWithARowOnBothSides() throws IOException {
        waitForRanking();
        openOnA(vectors("a.fvecs", ROWS, 20, 1));
        waitUntil(() -> shows(Side.A, ROWS, 20));
        openOnB(vectors("b.fvecs", ROWS, 12, 2));
        waitUntil(() -> shows(Side.B, ROWS, 12));
        waitForRanking();
        ListCell<?> third = lookup("#ranking .list-cell").queryAllAs(ListCell.class)
                .stream()
                .filter(cell -> Integer.valueOf(2).equals(cell.getItem()))
                .findFirst()
                .orElseThrow();
        int row = Objects.requireNonNull(test.instrument().workbench().ranking(Side.A).get()).order()[2];
        interact(() -> Objects.requireNonNull(third.getContextMenu()).getItems().getLast().fire());
        waitUntil(() -> subject(Side.A).asked().row() == row && subject(Side.B).asked().row() == row);
        assertThat(find("#query", TextField.class).getText()).isEqualTo("#" + row);
        for (Side side : Side.values()) {
            assertThat(subject(side).asked().vector()).containsExactly(subject(side).texts().store().row(row));
        }
        ask("some words");
        waitUntil(() -> lookup(".query-problem").queryAs(Label.class).isVisible());
        assertThat(lookup(".query-problem").queryAs(Label.class).getText())
                .startsWith("a.fvecs has no model to encode words");
        assertThat(subject(Side.A).asked().row()).as("the earlier answer stays").isEqualTo(row);
        assertThat(notices()).isEmpty();
    }

    @Test
    void opensVectorsOfTheOpenTextsBesideAModel() throws IOException {
        waitForRanking();
        openOnB(vectors("lesson.fvecs", LESSON, 16, 3));
        waitUntil(() -> test.instrument().session().texts(Side.B) != null && shows(Side.A, LESSON, 384)
                && test.instrument().workers().tasks().isEmpty());
        waitUntil(() -> !test.instrument().session().unanswered(Side.B).get().isEmpty());
        assertThat(lookup(".query-problem").queryAs(Label.class).getText()).startsWith("Side B is left out: ");
        interact(() -> test.instrument().session().askRow(4));
        waitUntil(() -> shows(Side.B, LESSON, 16) && subject(Side.A).asked().row() == 4);
        assertThat(subject(Side.B).texts().corpus()).isSameAs(subject(Side.A).texts().corpus());
    }

    @Test
    void leavesAllAsItWasWhereAFileDoesNotFit() throws IOException {
        waitForRanking();
        Subject before = subject(Side.A);
        openOnB(vectors("long.fvecs", LESSON + 1, 16, 4));
        waitUntil(() -> !notices().isEmpty());
        assertThat(notices().getFirst()).contains("long.fvecs", "It has 15 rows, and “Lesson” has 14 texts");
        assertThat(subject(Side.A)).isSameAs(before);
        Path broken = Files.write(folder.resolve("broken.fvecs"), new byte[]{2, 0, 0, 0, 1});
        interact(() -> test.window().open(broken));
        waitUntil(() -> notices().size() == 2);
        assertThat(notices().get(1)).contains("broken.fvecs", "ends in the middle of a row");
        assertThat(test.instrument().session().choice(Side.A).get()).isInstanceOf(ModelChoice.class);
    }

    @Test
    void saysOfFaultyFilesWhatIsWrongWhereAndWhatToDo() throws IOException {
        waitForRanking();
        Subject before = subject(Side.A);
        for (BadFile bad : BadFiles.in(folder)) {
            test.answer(bad.file());
            interact(() -> vectorsItem("#model-a").fire());
            if (bad.opens()) {
                press("#vectors-open");
            }
            waitUntil(() -> notices().stream().anyMatch(notice -> notice.contains(bad.toString())));
            assertThat(notices()).filteredOn(notice -> notice.contains(bad.toString()))
                    .singleElement()
                    .asString()
                    .contains(bad.what(), bad.remedy());
        }
        assertThat(subject(Side.A)).isSameAs(before);
    }

    @Test
    void asksWithAFileOfQueriesAndRefusesAnotherDimension() throws IOException {
        waitForRanking();
        openOnA(vectors("mine.fvecs", ROWS, 20, 1));
        waitUntil(() -> shows(Side.A, ROWS, 20));
        interact(() -> test.instrument().session().openQueries(Side.A, folder.resolve("none.fvecs"), null));
        waitUntil(() -> notices().size() == 1);
        Path other = vectors("other.fvecs", 2, 19, 5);
        interact(() -> test.instrument().session().openQueries(Side.A, other, null));
        waitUntil(() -> notices().size() == 2);
        assertThat(notices().get(1)).contains("Its vectors have 19 dimensions, and those of mine.fvecs have 20");
        Path queries = vectors("queries.fvecs", 3, 20, 6);
        interact(() -> test.instrument().session().openQueries(Side.A, queries, null));
        waitUntil(() -> subject(Side.A).asked().text().equals("queries.fvecs, row 0"));
        interact(() -> suggest(2));
        waitUntil(() -> subject(Side.A).asked().text().equals("queries.fvecs, row 2"));
        assertThat(subject(Side.A).asked().row()).isEqualTo(-1);
    }

    @Test
    void goesBackToTheModelWhenOtherTextsAreOpened() throws IOException {
        waitForRanking();
        openOnA(vectors("mine.fvecs", ROWS, 20, 1));
        waitUntil(() -> shows(Side.A, ROWS, 20));
        interact(() -> test.instrument().session().openCorpus(new CorpusSource.BuiltIn("lesson"), ""));
        waitUntil(() -> shows(Side.A, LESSON, 384));
        waitForRanking();
        assertThat(notices()).singleElement().asString().contains("It has 30 rows, and “Lesson” has 14 texts");
    }

    @Test
    void keepsThemInTheFormatChosenAndSaysSo() throws IOException {
        waitForRanking();
        interact(() -> test.window().open(folder.resolve("mine.fvecs")));
        waitUntil(() -> notices().size() == 1);
        Path file = vectors("mine.fvecs", ROWS, 20, 1);
        interact(() -> test.window().open(file));
        @SuppressWarnings("unchecked")
        ChoiceBox<NumberFormat> format = find("#vectors-format", ChoiceBox.class);
        interact(() -> format.setValue(NumberFormat.INT8));
        assertThat(find("#vectors-size", Label.class).getText()).contains("are free");
        press("#vectors-open");
        waitUntil(() -> shows(Side.A, ROWS, 20));
        waitForRanking();
        interact(() -> find("#model-a", MenuButton.class).getItems().getLast().fire());
        assertThat(find("#vectors-kept", Label.class).getText()).isEqualTo("int8, 600 bytes");
        assertThat(find("#vectors-excluded", Label.class).getText()).isEqualTo("no row");
        test.answer(BuiltInModels.folders().getFirst());
        press("#vectors-attach");
        waitUntil(() -> notices().size() == 2);
        assertThat(notices().get(1)).contains("model makes vectors of 384 dimensions");
        assertThat(shows(Side.A, ROWS, 20)).isTrue();
    }

    /** Chooses a query of the list, as a user who has typed a part of it. */
    @SuppressWarnings("unchecked")
    private void suggest(int index) {
        ComboBox<String> suggestions = find("#suggestions", ComboBox.class);
        suggestions.setValue(suggestions.getItems().get(index));
    }

    @Test
    void whatIsAssumedOfATableIsShownAndCanBeChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("tensors.tsv"), "0.5\t1.0\n1.0\t0.5\n0.25\t1.0\n");
        Files.writeString(folder.resolve("metadata.tsv"), "a first text\na second text\na third text\n");
        interact(() -> test.window().open(file));
        waitUntil(() -> assumed().contains("there is no row of column names"));
        assertThat(assumed()).contains("cells are parted by tabs");
        CheckBox header = find("#vectors-header", CheckBox.class);
        assertThat(header.isSelected()).isFalse();
        interact(header::fire);
        waitUntil(() -> lookup("#vectors-header").queryAs(CheckBox.class).isSelected());
        assertThat(assumed()).doesNotContain("column names");
        interact(() -> find("#vectors-header", CheckBox.class).fire());
        waitUntil(() -> !lookup("#vectors-header").queryAs(CheckBox.class).isSelected());
        assertThat(find("#vectors-rows", ChoiceBox.class).getValue().toString()).contains("metadata.tsv");
        press("#vectors-open");
        waitUntil(() -> shows(Side.A, 3, 2));
        assertThat(subject(Side.A).texts().corpus().documents()).extracting(Document::text)
                .containsExactly("a first text", "a second text", "a third text");
    }

    private String assumed() {
        return lookup("#vectors-assumed").tryQuery().map(Label.class::cast).map(Label::getText).orElse("");
    }
}
