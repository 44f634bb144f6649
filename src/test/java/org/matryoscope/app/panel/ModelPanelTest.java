package org.matryoscope.app.panel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.Instrument;
import org.matryoscope.app.MainWindow;
import org.matryoscope.app.Startup;
import org.matryoscope.app.TestWindow;
import org.matryoscope.app.export.SystemFileDialogs;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.settings.SettingsFile;
import org.matryoscope.app.theme.Look;
import org.matryoscope.app.theme.TextScale;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.question.Questions;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.VectorOrigin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matryoscope.app.Patience.waitUntil;

/** The model's sheet in the real window, with the built-in model. */
class ModelPanelTest extends ApplicationTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    static Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private Instrument instrument;

    @Override
    public void start(Stage stage) {
        System.setProperty("matryoscope.cache", folder.resolve("cache").toString());
        Look.loadFonts();
        Settings settings = Settings.DEFAULT.withTheme(Theme.LIGHT);
        instrument = new Instrument(new Startup(settings, new SettingsFile(folder), TestWindow.oneModel(),
                folder.resolve("session.json"), null), Instrument.models());
        stage.setScene(new MainWindow(instrument, new SystemFileDialogs(), Questions.ALL).scene(980, 780));
        stage.show();
        instrument.openFirst("lesson");
    }

    @AfterEach
    void close() {
        interact(() -> {
            instrument.session().close();
            instrument.workers().close();
            instrument.close();
        });
    }

    private void waitForRanking() {
        waitUntil(() -> instrument.workbench().ranking(Side.A).get() != null && !instrument.session().stale().get()
                && instrument.workers().tasks().isEmpty());
    }

    private ModelProfile profile() {
        return ((VectorOrigin.Model) subject().texts().origin()).profile();
    }

    private Subject subject() {
        return Objects.requireNonNull(instrument.workbench().subject(Side.A).get());
    }

    private void open() {
        MenuButton menu = Objects.requireNonNull(lookup("#model-a").queryAs(MenuButton.class));
        interact(() -> item(menu).fire());
        waitUntil(() -> lookup("#model-apply").tryQuery().isPresent());
    }

    private static MenuItem item(MenuButton menu) {
        return menu.getItems()
                .stream()
                .filter(item -> "Model details…".equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private String text(String id) {
        return Objects.requireNonNull(lookup(id).queryAs(Label.class)).getText();
    }

    private TextField field(String id) {
        return Objects.requireNonNull(lookup(id).queryAs(TextField.class));
    }

    private boolean canApply() {
        return !lookup("#model-apply").query().isDisabled();
    }

    private void fire(String id) {
        interact(() -> Objects.requireNonNull(lookup(id).queryButton()).fire());
        waitUntil(() -> lookup(id).tryQuery().isEmpty());
    }

    private List<String> marks() {
        return lookup(".prefix-slider .tick-label").queryAllAs(Label.class)
                .stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    @Test
    void showsWhatIsKnownAndWhereItWasRead() {
        waitForRanking();
        open();
        assertThat(text("#model-name")).startsWith("MiniLM Matryoshka");
        assertThat(text("#model-folder")).endsWith(profile().folder().getFileName().toString());
        assertThat(text("#model-dimension")).isEqualTo("384");
        assertThat(text("#model-length-source")).isEqualTo("read from sentence_bert_config.json");
        assertThat(field("#model-length").getText()).isEqualTo("256");
        assertThat(lookup("#model-pooling").queryAs(ComboBox.class).getValue()).hasToString("[MEAN]");
        assertThat(text("#model-pooling-source")).isEqualTo("read from 1_Pooling/config.json");
        assertThat(text("#model-variant")).contains("int8").contains(" MB");
        assertThat(text("#model-variant-source")).isEqualTo("the only one in the folder");
        assertThat(text("#model-modules")).isEqualTo("Pooling → Normalize");
        assertThat(text("#model-licence")).isEqualTo("apache-2.0");
        assertThat(text("#model-licence-source")).isEqualTo("read from README.md");
        assertThat(canApply()).as("nothing to apply").isFalse();
        assertThat(lookup("#model-reset").query().isDisabled()).as("nothing to reset").isTrue();
    }

    @Test
    void marksThePrefixesAndEncodesWithThePromptThatTheUserSetsUntilReset() {
        waitForRanking();
        String fingerprint = profile().fingerprint();
        float[] query = subject().asked().vector();
        List<String> marks = marks();

        open();
        interact(() -> {
            field("#model-prefixes").setText("48, 96");
            field("#model-query-prompt").setText("query: ");
        });
        assertThat(canApply()).isTrue();
        fire("#model-apply");
        waitUntil(() -> !profile().fingerprint().equals(fingerprint));
        waitForRanking();
        assertThat(subject().asked().vector()).isNotEqualTo(query);
        assertThat(marks()).contains("48", "96").isNotEqualTo(marks);

        open();
        assertThat(field("#model-prefixes").getText()).isEqualTo("48, 96");
        assertThat(text("#model-prefixes-source")).isEqualTo("set by you");
        assertThat(text("#model-query-prompt-source")).isEqualTo("set by you");
        assertThat(text("#model-document-prompt-source")).isNotEqualTo("set by you");
        Path model = profile().folder();
        assertThat(instrument.preferences().settings().get().model(model).overrides())
                .isEqualTo(new ModelOverrides(List.of(48, 96), null, "query: ", null, null, null));

        fire("#model-reset");
        waitUntil(() -> profile().fingerprint().equals(fingerprint));
        waitForRanking();
        assertThat(subject().asked().vector()).isEqualTo(query);
        assertThat(marks()).isEqualTo(marks);
        assertThat(instrument.preferences().settings().get().adjustedModels()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeASettingAndSaysWhy() {
        waitForRanking();
        open();
        interact(() -> field("#model-prefixes").setText("64, 400"));
        assertThat(text("#model-prefixes-problem")).startsWith("400 is not between 1 and the model's dimension, 384");
        assertThat(lookup("#model-prefixes-problem").query().isVisible()).isTrue();
        assertThat(canApply()).isFalse();
        interact(() -> field("#model-prefixes").setText("64, 128"));
        assertThat(lookup("#model-prefixes-problem").query().isVisible()).isFalse();
        assertThat(canApply()).isTrue();
        interact(() -> field("#model-length").setText("1"));
        assertThat(text("#model-length-problem")).startsWith("1 tokens leave no room");
        assertThat(canApply()).isFalse();
    }

    @Test
    void isOperatedByTheKeyboardAlone() {
        waitForRanking();
        push(KeyCode.SHORTCUT, KeyCode.I);
        waitUntil(() -> lookup("#model-prefixes").tryQuery().filter(Node::isFocused).isPresent());
        push(KeyCode.SHORTCUT, KeyCode.A).write("32 64");
        push(KeyCode.ENTER);
        waitUntil(() -> profile().trainedPrefixes().value().equals(List.of(32, 64)));
        waitForRanking();
        push(KeyCode.SHORTCUT, KeyCode.I);
        waitUntil(() -> lookup("#model-apply").tryQuery().isPresent());
        push(KeyCode.ESCAPE);
        waitUntil(() -> lookup("#model-apply").tryQuery().isEmpty());
    }

    @Test
    void looksRightInBothThemesAndAtTwiceTheSize() throws Exception {
        Files.createDirectories(PICTURES);
        picture("model-light", Theme.LIGHT, TextScale.PERCENT_100);
        picture("model-dark", Theme.DARK, TextScale.PERCENT_100);
        picture("model-200", Theme.LIGHT, TextScale.PERCENT_200);
    }

    /** Draws a window that is never shown: only such a one can be larger than the headless screen. */
    private void picture(String name, Theme theme, TextScale scale) throws Exception {
        Instrument own = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L,
                () -> new Instrument(new Startup(Settings.DEFAULT.withTheme(theme).withTextScale(scale),
                        new SettingsFile(folder.resolve(name)), TestWindow.oneModel(), folder.resolve("session.json"),
                        null), Instrument.models()));
        Scene scene = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, () -> {
            Scene built = new MainWindow(own, new SystemFileDialogs(), Questions.ALL).scene(1280, 800);
            own.openFirst("lesson");
            return built;
        });
        waitUntil(() -> own.workbench().ranking(Side.A).get() != null && own.workers().tasks().isEmpty());
        // Styles the window, which showing it would have done.
        interact(() -> scene.snapshot(null));
        interact(() -> item((MenuButton) scene.lookup("#model-a")).fire());
        interact(() -> ((TextField) scene.lookup("#model-prefixes")).setText("64, 400"));
        WaitForAsyncUtils.waitForFxEvents(30);
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, () -> scene.snapshot(null));
        assertThat(
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", PICTURES.resolve(name + ".png").toFile()))
                .isTrue();
        interact(() -> {
            own.session().close();
            own.workers().close();
            own.close();
        });
    }
}
