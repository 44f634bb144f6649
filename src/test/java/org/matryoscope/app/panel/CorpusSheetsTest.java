package org.matryoscope.app.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

import org.matryoscope.app.TestWindow;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matryoscope.app.Patience.waitUntil;

/** Texts are edited, pasted and opened in the real window, with the real model. */
class CorpusSheetsTest extends ApplicationTest {
    private static final String NEW_TEXT = "Long inputs are cut into windows that overlap.";

    @TempDir
    Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT), TestWindow.oneModel());
        test.show(stage, 1200, 780);
    }

    @AfterEach
    void close() {
        if (!test.instrument().preferences().settings().get().recentCorpora().isEmpty()) {
            waitUntil(() -> Files.exists(folder.resolve("settings.json")));
        }
        interact(test::close);
    }

    private void waitForRanking() {
        waitUntil(() -> test.instrument().workbench().ranking(Side.A).get() != null
                && !test.instrument().session().stale().get() && test.instrument().workers().tasks().isEmpty());
    }

    private <T extends Node> T find(String id, Class<T> type) {
        waitUntil(() -> lookup(id).tryQuery().isPresent());
        return Objects.requireNonNull(lookup(id).queryAs(type));
    }

    private void press(String id) {
        Button button = find(id, Button.class);
        interact(button::fire);
    }

    private Corpus shown() {
        Subject subject = Objects.requireNonNull(test.instrument().workbench().subject(Side.A).get());
        return subject.texts().corpus();
    }

    @SuppressWarnings("unchecked")
    private TableView<Document> table() {
        return find("#corpus-table", TableView.class);
    }

    /** Types over a cell by the keyboard. */
    private void type(int row, int column, String text) {
        TableView<Document> table = table();
        interact(() -> {
            table.requestFocus();
            table.scrollTo(row);
            table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
        });
        push(KeyCode.F2);
        write(text);
        push(KeyCode.ENTER);
    }

    private List<String> notices() {
        return lookup(".notice").queryAll().stream().map(Node::getAccessibleText).toList();
    }

    private List<String> rankedTexts() {
        return lookup(".list-cell").queryAll().stream().map(cell -> String.valueOf(cell.getAccessibleText())).toList();
    }

    private void copy(String text) {
        interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private void open(Path file) {
        interact(() -> test.window().open(file));
    }

    @Test
    void encodesOnlyTheTextThatWasEdited() {
        waitForRanking();
        int first = test.encoded().size();
        assertThat(first).isEqualTo(shown().documents().size());

        push(KeyCode.SHORTCUT, KeyCode.E);
        assertThat(find("#corpus-apply", Button.class).isDisabled()).isTrue();
        type(0, 1, NEW_TEXT);
        assertThat(shown().documents().getFirst().text()).as("until it is applied").isNotEqualTo(NEW_TEXT);
        interact(() -> {
            find("#corpus-apply", Button.class).fire();
            assertThat(test.instrument().session().stale().get()).isTrue();
            assertThat(test.instrument().workbench().ranking(Side.A).get()).as("the earlier ranking").isNotNull();
        });
        waitForRanking();

        assertThat(shown().documents().getFirst().text()).isEqualTo(NEW_TEXT);
        assertThat(test.encoded().subList(first, test.encoded().size())).containsExactly(NEW_TEXT);
        waitUntil(() -> rankedTexts().stream().anyMatch(text -> text.contains(NEW_TEXT)));
    }

    @Test
    void labelsAddsAndRemovesByTheKeyboard() {
        waitForRanking();
        int before = shown().documents().size();
        push(KeyCode.SHORTCUT, KeyCode.E);
        interact(() -> find("#corpus-new-level", TextField.class).setText("mood"));
        press("#corpus-add-level");
        int last = table().getColumns().size() - 1;
        assertThat(table().getColumns().get(last).getText()).isEqualTo("mood");
        type(1, last, "calm");
        interact(() -> find("#corpus-new-text", TextField.class).setText("A text more."));
        press("#corpus-add");
        copy("one\n\ntwo\n");
        press("#corpus-paste");
        interact(() -> table().getSelectionModel().clearAndSelect(0, table().getColumns().get(1)));
        push(KeyCode.DELETE);
        press("#corpus-apply");
        waitForRanking();

        assertThat(shown().levels()).last().isEqualTo("mood");
        assertThat(shown().documents().getFirst().labels()).last().isEqualTo("calm");
        assertThat(shown().documents()).hasSize(before + 2)
                .extracting(Document::text)
                .endsWith("A text more.", "one", "two");
    }

    @Test
    void refusesToLeaveNothing() {
        waitForRanking();
        push(KeyCode.SHORTCUT, KeyCode.E);
        TableView<Document> table = table();
        int before = table.getItems().size();
        interact(table.getSelectionModel()::selectAll);
        press("#corpus-remove");
        assertThat(table.getItems()).hasSize(before);
        assertThat(notices()).anyMatch(notice -> notice.contains("No document would be left"));
        type(0, 1, "   ");
        assertThat(notices()).anyMatch(notice -> notice.contains("It would hold no text"));
        assertThat(find("#corpus-apply", Button.class).isDisabled()).isTrue();
    }

    @Test
    void keepsAnEditThatEscapeDidNotGiveUp() {
        waitForRanking();
        push(KeyCode.SHORTCUT, KeyCode.E);
        TableView<Document> table = table();
        String second = table.getItems().get(1).text();
        interact(() -> table.getSelectionModel().clearAndSelect(1, table.getColumns().get(1)));
        push(KeyCode.F2);
        write("given up");
        push(KeyCode.ESCAPE);
        assertThat(table.getItems().get(1).text()).isEqualTo(second);
        push(KeyCode.F2);
        write("kept");
        interact(() -> find("#corpus-new-text", TextField.class).requestFocus());
        assertThat(table.getItems().get(1).text()).isEqualTo("kept");
        push(KeyCode.ESCAPE);
        assertThat(lookup("#corpus-table").tryQuery()).as("Escape does not throw edits away").isPresent();
    }

    @Test
    void savesAndReadsTheTextsAgain() {
        waitForRanking();
        Corpus lesson = shown();
        test.answer(folder.resolve("saved.jsonl"));
        push(KeyCode.SHORTCUT, KeyCode.E);
        press("#corpus-save");
        waitUntil(() -> Files.exists(folder.resolve("saved.jsonl")));
        press("#sheet-cancel");
        open(folder.resolve("saved.jsonl"));
        press("#columns-open");
        waitUntil(() -> shown().name().equals("saved.jsonl"));
        assertThat(shown().documents()).isEqualTo(lesson.documents());
        assertThat(shown().levels()).isEqualTo(lesson.levels());
    }

    @Test
    void opensATableWithOtherColumnsThanProposed() throws IOException {
        waitForRanking();
        Path file = Files.writeString(folder.resolve("pets.csv"), """
                key,text,reply,kind
                a,short,"The cat sleeps, as cats do.",cat
                b,brief,The dog barks at the moon.,dog
                c,terse,A second cat wants to go out.,cat
                d,curt,The dog dug a hole.,dog
                """);
        open(file);
        @SuppressWarnings("unchecked")
        ChoiceBox<String> text = find("#column-text", ChoiceBox.class);
        assertThat(text.getValue()).isEqualTo("text");
        assertThat(find("#column-preview", TableView.class).getItems().size()).isEqualTo(4);
        assertThat(find("#column-id", ChoiceBox.class).getValue()).isEqualTo("key");
        assertThat(find("#column-level-1", ChoiceBox.class).getValue()).isEqualTo("kind");
        interact(() -> text.setValue("reply"));
        press("#columns-open");
        waitUntil(() -> shown().name().equals("pets.csv"));
        waitForRanking();

        assertThat(shown().levels()).containsExactly("kind");
        assertThat(shown().documents().getFirst())
                .isEqualTo(new Document("a", "The cat sleeps, as cats do.", List.of("cat")));
        assertThat(rankedTexts()).anyMatch(row -> row.contains("The dog barks at the moon."));
        assertThat(test.instrument().preferences().settings().get().recentCorpora()).contains(file);
    }

    @Test
    void looksAgainWithoutARowOfNames() throws IOException {
        waitForRanking();
        open(Files.writeString(folder.resolve("plain.tsv"), "word\tthing\nfish\tA fish swims\nbird\tA bird flies\n"));
        CheckBox header = find("#column-header", CheckBox.class);
        assertThat(header.isSelected()).isTrue();
        interact(header::fire);
        waitUntil(() -> find("#column-preview", TableView.class).getItems().size() == 3);
        assertThat(find("#column-header", CheckBox.class).isSelected()).isFalse();
    }

    @Test
    void keepsTheResultsWhenAFileIsBad() throws IOException {
        waitForRanking();
        Corpus before = shown();
        open(Files.write(folder.resolve("picture.csv"), new byte[]{'a', ',', 'b', 0, 1, 2}));
        waitUntil(() -> notices().stream()
                .anyMatch(notice -> notice.contains("picture.csv") && notice.contains("This is not a text file")));
        open(Files.createFile(folder.resolve("nothing.txt")));
        waitUntil(() -> notices().stream()
                .anyMatch(notice -> notice.contains("nothing.txt") && notice.contains("The file is empty")));
        open(Files.writeString(folder.resolve("ragged.csv"), "id,text\n1,one\n2,two,three\n"));
        waitUntil(() -> notices().stream().anyMatch(notice -> notice.contains("ragged.csv, line 3")));
        waitForRanking();
        assertThat(shown()).isSameAs(before);
        assertThat(lookup("#column-text").tryQuery()).isEmpty();
        assertThat(test.instrument().preferences().settings().get().recentCorpora()).isEmpty();
    }

    @Test
    void opensPastedTexts() {
        waitForRanking();
        copy("A heron waits.\n\nA kingfisher dives.\n");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        assertThat(find("#paste-texts", TextArea.class).getText()).contains("A heron waits.");
        press("#paste-open");
        waitUntil(() -> shown().documents().size() == 2);
        waitForRanking();
        assertThat(rankedTexts()).anyMatch(row -> row.contains("A kingfisher dives."));

        copy("An owl listens.");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        press("#paste-add");
        waitUntil(() -> shown().documents().size() == 3);
        assertThat(test.encoded().stream().filter("A heron waits."::equals)).hasSize(1);
    }
}
