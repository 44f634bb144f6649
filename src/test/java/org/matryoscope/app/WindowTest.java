package org.matryoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.saved.SavedSession;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.state.Beside;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.theme.TextScale;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matryoscope.app.Patience.waitUntil;

/** A user's first minutes, with the real model: what is on the screen is asserted, not what is behind it. */
class WindowTest extends ApplicationTest {

    @TempDir
    static Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT));
        test.show(stage);
    }

    @AfterEach
    void close() {
        interact(test::close);
    }

    private Workbench workbench() {
        return test.instrument().workbench();
    }

    private void waitForRanking() {
        waitUntil(() -> workbench().ranking(Side.A).get() != null && !test.instrument().session().stale().get());
    }

    private void waitForQuery(String query) {
        waitUntil(() -> {
            Subject subject = workbench().subject(Side.A).get();
            return subject != null && subject.asked().text().equals(query);
        });
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return Objects.requireNonNull(lookup(id).queryAs(type));
    }

    private String text(String id) {
        return find(id, Label.class).getText();
    }

    private int rows() {
        return find("#ranking", ListView.class).getItems().size();
    }

    private ModelProfile profile() {
        return ((VectorOrigin.Model) subject().texts().origin()).profile();
    }

    private Subject subject() {
        return Objects.requireNonNull(workbench().subject(Side.A).get());
    }

    private void choose(String menu, String... path) {
        interact(() -> {
            List<MenuItem> items = find(menu, MenuButton.class).getItems();
            MenuItem item = null;
            for (String name : path) {
                item = items.stream()
                        .filter(each -> each.getText() != null && each.getText().startsWith(name))
                        .findFirst()
                        .orElseThrow();
                items = item instanceof Menu sub ? sub.getItems() : List.of();
            }
            Objects.requireNonNull(item).fire();
        });
    }

    /** Chooses the ordinary twin for side B, once the menu knows its name, and waits for its ranking. */
    private void openB() {
        waitUntil(() -> find("#model-b", MenuButton.class).getItems()
                .stream()
                .anyMatch(item -> item.getText() != null && item.getText().startsWith("MiniLM ordinary: ")));
        choose("#model-b", "MiniLM ordinary");
        waitUntil(() -> workbench().ranking(Side.B).get() != null);
    }

    @Test
    void opensOnTheLessonRankedWithItsJudgedTextsSelected() {
        waitForRanking();
        assertThat(find("#query", TextField.class).getText()).isEqualTo("How do transformers handle long sequences?");
        assertThat(text("#ranking-title")).isEqualTo("A at 128");
        assertThat(text("#document-count")).isEqualTo("14 texts");
        assertThat(workbench().selection().get()).hasSize(2);
        ListView<?> list = find("#ranking", ListView.class);
        assertThat(list.getItems()).hasSize(14);
        assertThat(list.getSelectionModel().getSelectedIndices()).hasSize(2);
        waitUntil(() -> lookup("#ranking .list-cell").queryAllAs(Node.class)
                .stream()
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .anyMatch(text -> text.startsWith("Rank 1, ") && text.contains("Self-attention")));
    }

    @Test
    void viewsAreNamedAsOnTheCommandLine() {
        assertThat(test.window().views()).extracting(view -> view.question().name())
                .containsExactly("verdict", "scores", "bump", "gap", "energy", "fingerprint", "levels", "stability",
                        "quality", "stages", "formats", "storage", "rotation", "lab");
    }

    @Test
    void answersATypedQuery() {
        waitForRanking();
        clickOn("#query");
        push(KeyCode.SHORTCUT, KeyCode.A);
        write("How do vaccines protect us from disease?");
        waitForQuery("How do vaccines protect us from disease?");
        waitForRanking();
        assertThat(workbench().selection().get()).as("its five related and five unrelated texts").hasSize(10);
    }

    @Test
    void opensASessionsFileAsIfItHadBeenDropped() {
        waitForRanking();
        interact(() -> {
            workbench().prefix().set(32);
            workbench().beside().set(Beside.MODEL_B);
            workbench().format().set(NumberFormat.INT8);
            test.window().show(1);
        });
        Path file = folder.resolve("mine.matryoscope");
        interact(() -> SavedSession.file(file).write(test.window().keeper().capture()));
        interact(() -> {
            workbench().prefix().set(256);
            workbench().beside().set(Beside.FULL_DIMENSION);
            workbench().format().set(NumberFormat.FLOAT32);
            test.window().show(2);
        });
        interact(() -> test.window().open(file));
        waitUntil(() -> workbench().prefix().get() == 32);
        assertThat(workbench().beside().get()).isEqualTo(Beside.MODEL_B);
        assertThat(workbench().format().get()).isEqualTo(NumberFormat.INT8);
        assertThat(test.window().view().question().name()).isEqualTo("scores");
        waitForRanking();
    }

    @Test
    void keepsTheResultsWhenTheQueryIsBlank() {
        waitForRanking();
        String before = subject().asked().text();
        interact(() -> find("#query", TextField.class).setText("   "));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup(".query-problem").queryAs(Label.class).isVisible()).isTrue();
        assertThat(subject().asked().text()).isEqualTo(before);
        assertThat(rows()).isEqualTo(14);
    }

    @Test
    void stepsByKeys() {
        waitForRanking();
        Node slider = lookup(".prefix-slider").query();
        interact(slider::requestFocus);
        push(KeyCode.RIGHT);
        assertThat(find("#prefix-readout", TextField.class).getText()).isEqualTo("129");
        push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertThat(find("#prefix-readout", TextField.class).getText()).isEqualTo("127");
        push(KeyCode.PAGE_UP);
        assertThat(find("#prefix-readout", TextField.class).getText()).isEqualTo("128");
        push(KeyCode.PAGE_DOWN);
        assertThat(find("#prefix-readout", TextField.class).getText()).isEqualTo("64");
        push(KeyCode.HOME);
        assertThat(find("#prefix-readout", TextField.class).getText()).isEqualTo("1");
        push(KeyCode.END);
        assertThat(find("#prefix-readout", TextField.class).getText()).isEqualTo("384");
        waitUntil(() -> text("#ranking-title").equals("A at 384"));
    }

    @Test
    void followsADrag() {
        waitForRanking();
        Bounds slider = lookup(".prefix-slider").query()
                .localToScreen(lookup(".prefix-slider").query().getLayoutBounds());
        double y = slider.getMinY() + slider.getHeight() * 0.3;
        moveTo(slider.getCenterX(), y).press(MouseButton.PRIMARY);
        int middle = workbench().prefix().get();
        moveTo(slider.getMinX() + 2, y);
        assertThat(workbench().prefix().get()).isEqualTo(1).isLessThan(middle);
        waitUntil(() -> text("#ranking-title").equals("A at 1"));
        moveTo(slider.getMaxX() - 2, y).release(MouseButton.PRIMARY);
        waitUntil(() -> text("#ranking-title").equals("A at 384"));
    }

    @Test
    void sweepsAndPauses() {
        waitForRanking();
        interact(() -> workbench().prefix().set(1));
        clickOn("#sweep");
        waitUntil(() -> workbench().prefix().get() > 3);
        clickOn("#sweep");
        assertThat(find("#sweep", ToggleButton.class).isSelected()).isFalse();
        int paused = workbench().prefix().get();
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(workbench().prefix().get()).isEqualTo(paused).isLessThan(384);
    }

    @Test
    void showsTheDotProductWhenNotRenormalised() {
        waitForRanking();
        clickOn("#renormalise");
        waitUntil(() -> find("#ranking-title", Label.class).getTooltip()
                .getText()
                .contains("dot product, not re-normalised"));
    }

    @Test
    void comparesWithASecondModelAndLetsItGo() {
        waitForRanking();
        openB();
        assertThat(find("#model-b", MenuButton.class).getText()).startsWith("MiniLM ordinary");
        choose("#model-b", "None");
        assertThat(workbench().ranking(Side.B).get()).isNull();
    }

    @Test
    void creditsTheSourcesOfItsModels() throws IOException {
        waitForRanking();
        choose("#help", "About Matryoscope");
        String about = lookup("#about .label").queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
        String card = Files.readString(BuiltInModels.folders().getFirst().resolve("README.md"));
        // A row of the card's table: | [source](address), makers | what | how many | licence |
        List<MatchResult> sources = Pattern.compile("(?m)^\\| \\[([^]]+)](?:.*\\| )([^|]+) \\|$")
                .matcher(card)
                .results()
                .toList();
        assertThat(sources).isNotEmpty()
                .allSatisfy(source -> assertThat(about).contains(source.group(1)).contains(source.group(2)));
        assertThat(about).contains("all-MiniLM-L6-v2 by sentence-transformers (Apache License 2.0)");
    }

    @Test
    void opensAnotherCorpusAndAsksItsFirstQuery() {
        waitForRanking();
        choose("#corpus", "Help desk");
        waitUntil(() -> text("#document-count").equals("640 texts"));
        waitForRanking();
        assertThat(find("#query", TextField.class).getText())
                .isEqualTo(subject().texts().corpus().queries().getFirst().text());
    }

    @Test
    void opensAFile() throws IOException {
        waitForRanking();
        Path file = Files.writeString(folder.resolve("mine.txt"), "A red apple.\nThe moon at night.\nAn old bridge.\n");
        test.answer(file);
        choose("#corpus", "Open file…");
        waitUntil(() -> text("#document-count").equals("3 texts"));
        assertThat(find("#query", TextField.class).getText()).as("the query stays").startsWith("How do transformers");
        assertThat(find("#corpus", MenuButton.class).getItems()).extracting(MenuItem::getText).contains("mine.txt");
    }

    @Test
    void saysWhatIsWrongWithAModelFolderAndKeepsTheResults() throws IOException {
        waitForRanking();
        test.answer(Files.createDirectories(folder.resolve("no-model")));
        choose("#model-a", "Open model folder…");
        waitUntil(() -> !lookup(".notice").queryAllAs(Node.class).isEmpty());
        assertThat(lookup(".notice").query().getAccessibleText()).contains("no-model");
        assertThat(find("#model-a", MenuButton.class).getText()).startsWith("MiniLM Matryoshka");
        assertThat(rows()).isEqualTo(14);
    }

    @Test
    void cancelsAnEncodingAndKeepsTheResults() throws IOException {
        waitForRanking();
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            texts.append("Text number ").append(i).append(" of a long list that takes its time.\n");
        }
        test.answer(Files.writeString(folder.resolve("long.txt"), texts));
        choose("#corpus", "Open file…");
        waitUntil(() -> text("#task-title").startsWith("Encoding 20,000 texts"));
        clickOn(find("#task-cancel", Button.class));
        waitUntil(() -> test.instrument().workers().tasks().isEmpty());
        assertThat(text("#document-count")).isEqualTo("14 texts");
        assertThat(lookup(".notice").queryAllAs(Node.class)).isEmpty();
    }

    @Test
    void exportsPicturesAndNumbers() throws IOException {
        waitForRanking();
        push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        waitUntil(() -> test.window().view().chart().chart() != null);
        Path picture = folder.resolve("window.png");
        test.answer(picture);
        choose("#export", "Picture of the window", "PNG at 2×…");
        waitUntil(() -> Files.isRegularFile(picture) && test.instrument().workers().tasks().isEmpty());
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1960);
        Path figure = folder.resolve("scores.svg");
        test.answer(figure);
        choose("#export", "Figure of the chart, on white", "SVG…");
        waitUntil(() -> Files.isRegularFile(figure) && test.instrument().workers().tasks().isEmpty());
        assertThat(Files.readString(figure)).startsWith("<svg").contains("Cosine with the query");
        choose("#export", "Copy figure of the chart");
        interact(() -> {
            Clipboard clipboard = Clipboard.getSystemClipboard();
            assertThat(clipboard.hasImage()).isTrue();
            assertThat(String.valueOf(clipboard.getContent(DataFormat.lookupMimeType("image/svg+xml"))))
                    .startsWith("<svg");
        });
        Path numbers = folder.resolve("scores.csv");
        test.answer(numbers);
        choose("#export", "Numbers of the charts (CSV)…");
        waitUntil(() -> Files.isRegularFile(numbers) && test.instrument().workers().tasks().isEmpty());
        assertThat(Files.readAllLines(numbers)).hasSizeGreaterThan(384);
    }

    @Test
    void showsEveryViewAndBothThemes() {
        waitForRanking();
        push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
        assertThat(test.window().view().question().name()).isEqualTo("energy");
        push(KeyCode.SHORTCUT, KeyCode.PAGE_UP);
        assertThat(test.window().view().question().name()).isEqualTo("gap");
        clickOn("#theme");
        assertThat(test.instrument().look().theme().get()).isEqualTo(Theme.DARK);
        clickOn("#theme");
        assertThat(test.instrument().look().theme().get()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void opensWhatIsDropped() throws IOException {
        waitForRanking();
        Path file = Files.writeString(folder.resolve("dropped.txt"), "A tall tree.\nA deep lake.\n");
        interact(() -> test.window().open(file));
        waitUntil(() -> text("#document-count").equals("2 texts"));
        Path model = profile().folder();
        interact(() -> test.window().open(model));
        waitUntil(() -> test.instrument().preferences().settings().get().recentModels().contains(model));
        waitForRanking();
        assertThat(lookup(".notice").queryAllAs(Node.class)).isEmpty();
    }

    @Test
    void marksResultsThatAreOlderThanTheQuestion() {
        waitForRanking();
        Node content = lookup(".window").query();
        interact(() -> {
            test.instrument().session().ask("What is machine learning?");
            assertThat(content.getPseudoClassStates()).extracting(Object::toString).contains("stale");
            assertThat(rows()).as("the earlier results stay").isEqualTo(14);
        });
        waitForQuery("What is machine learning?");
        assertThat(content.getPseudoClassStates()).extracting(Object::toString).doesNotContain("stale");
    }

    @Test
    void aSecondSheetIsSeenAfterEscapeClosedTheFirst() {
        waitForRanking();
        for (int round = 0; round < 2; round++) {
            push(KeyCode.SHORTCUT, KeyCode.E);
            waitUntil(() -> painted(".corpus-sheet"));
            push(KeyCode.ESCAPE);
            waitUntil(() -> !find("#sheets", Node.class).isVisible());
            push(KeyCode.F1);
            waitUntil(() -> painted(".help-table"));
            push(KeyCode.ESCAPE);
            waitUntil(() -> !find("#sheets", Node.class).isVisible());
        }
    }

    /** Whether a node and all that it lies in are there, opaque, and shine out of a picture of the window: a sheet is not dim. */
    private boolean painted(String selector) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            Node node = lookup(selector).queryAllAs(Node.class).stream().findFirst().orElse(null);
            if (node == null || node.getScene() == null) {
                return false;
            }
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            Color colour = node.getScene()
                    .snapshot(null)
                    .getPixelReader()
                    .getColor((int) bounds.getMaxX() - 2, (int) bounds.getMaxY() - 2);
            return colour.getBrightness() > 0.9;
        });
    }

    @Test
    void plusWithShiftAndZeroChangeTheTextsSize() {
        waitForRanking();
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.EQUALS);
        assertThat(test.instrument().look().scale().get()).isEqualTo(TextScale.PERCENT_110);
        push(KeyCode.SHORTCUT, KeyCode.PLUS);
        assertThat(test.instrument().look().scale().get()).isEqualTo(TextScale.PERCENT_125);
        push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        assertThat(test.instrument().look().scale().get()).isEqualTo(TextScale.PERCENT_100);
    }

    @Test
    void theDollsAreWholeAtEverySizeOfTheText() {
        waitForRanking();
        Region dolls = lookup(".dolls").queryAs(Region.class);
        for (TextScale scale : new TextScale[]{TextScale.PERCENT_200, TextScale.PERCENT_100}) {
            interact(() -> test.instrument().look().scale().set(scale));
            WaitForAsyncUtils.waitForFxEvents(3);
            waitUntil(() -> Math.abs(dolls.getWidth() - dolls.prefWidth(-1)) <= 1);
        }
    }

    @Test
    void presentsTheChartAndComesBack() {
        waitForRanking();
        push(KeyCode.F11);
        waitUntil(() -> !lookup(".header").query().isVisible());
        assertThat(lookup(".ranking").queryAllAs(Node.class)).isEmpty();
        int before = workbench().prefix().get();
        push(KeyCode.RIGHT);
        assertThat(workbench().prefix().get()).as("the next trained prefix").isEqualTo(256).isGreaterThan(before);
        push(KeyCode.DOWN);
        assertThat(test.window().view().question().name()).isEqualTo("scores");
        push(KeyCode.ESCAPE);
        waitUntil(() -> lookup(".header").query().isVisible());
        assertThat(lookup(".ranking").queryAllAs(Node.class)).hasSize(1);
    }

    @Test
    void theWholeTextIsShownWithItsRanks() {
        waitForRanking();
        Node list = lookup("#ranking").query();
        interact(() -> {
            list.requestFocus();
            ((ListView<?>) list).getSelectionModel().clearAndSelect(0);
        });
        push(KeyCode.ENTER);
        waitUntil(() -> lookup(".card-ranks .label").queryAllAs(Label.class).size() > 10);
        String text = lookup(".card-content").queryAs(Label.class).getText();
        assertThat(text).startsWith("Self-attention compares every token");
        assertThat(lookup(".card-facts").queryAs(Label.class).getText()).contains("judged relevant");
        // At full size it is first for the twin that was trained at prefixes.
        List<String> ranks = lookup(".card-ranks .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
        assertThat(ranks).startsWith("rank at d =", "8", "16", "32", "64", "128", "256", "384", "A").contains("1");
        interact(() -> Window.getWindows()
                .stream()
                .filter(PopupWindow.class::isInstance)
                .toList()
                .forEach(Window::hide));
    }

    @Test
    void bIsBesideAWhereItIsChosen() {
        waitForRanking();
        openB();
        WaitForAsyncUtils.waitForFxEvents();
        ToggleButton b = lookup("#beside .toggle-button").nth(1).queryAs(ToggleButton.class);
        assertThat(b.getText()).isEqualTo("B at 128");
        interact(b::fire);
        int first = Objects.requireNonNull(workbench().ranking(Side.B).get()).order()[0];
        String expected = subject().texts().corpus().documents().get(first).text();
        waitUntil(() -> lookup(".row-view > .beside > .text").queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.getText().equals(expected)));
    }

    @Test
    void everythingThatTakesTheKeyboardHasAName() {
        waitForRanking();
        for (int view = 0; view < test.window().views().size(); view++) {
            int shown = view;
            interact(() -> test.window().show(shown));
            interact(() -> assertThat(nameless(lookup(".window").queryAs(Parent.class)))
                    .as(test.window().view().question().title())
                    .isEmpty());
        }
    }

    private static List<String> nameless(Parent parent) {
        List<String> found = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            String text = child instanceof Labeled labeled ? labeled.getText() : null;
            boolean named = child.getAccessibleText() != null || (text != null && !text.isBlank());
            if (child.isFocusTraversable() && child.isVisible() && !child.isDisabled() && !named) {
                found.add(child.toString());
            }
            if (child instanceof Parent inner && child.isVisible()) {
                found.addAll(nameless(inner));
            }
        }
        return found;
    }
}
