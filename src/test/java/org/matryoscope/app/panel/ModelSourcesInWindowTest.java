package org.matryoscope.app.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.TestWindow;
import org.matryoscope.app.saved.SavedSession;
import org.matryoscope.app.saved.SavedSession.SavedSide;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.base.Installation;
import org.matryoscope.model.hub.FakeHub;
import org.matryoscope.model.hub.ModelHub;
import org.matryoscope.model.server.FakeServer;
import org.matryoscope.question.Side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matryoscope.app.Patience.waitUntil;

/** Models from a hub and from a server, in the real window, against both on the loopback. */
class ModelSourcesInWindowTest extends ApplicationTest {
    @TempDir
    static Path folder = Path.of("");

    private final FakeHub hub = new FakeHub();
    private final FakeServer server = new FakeServer();

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT), TestWindow.oneModel(),
                () -> new ModelHub(hub.settings(folder.resolve("hub"), "")));
        stage.setScene(test.scene(1180, 800));
        stage.show();
    }

    @AfterEach
    void close() {
        interact(test::close);
        hub.close();
        server.close();
    }

    @Test
    void aModelIsGotByItsNameAfterItWasSeenWhatThatFetches() throws IOException {
        serveTheTwin();
        open("#model-a", "Get a model by name…");
        clickOn("#hub-name").write("maker/cats");
        assertThat(find("#hub-get", Button.class).isDisabled()).isTrue();
        assertThat(hub.seen()).as("nothing is asked before the button is pressed").isEmpty();
        clickOn("#hub-look");
        waitUntil(() -> lookup("#hub-licence").tryQuery().isPresent());
        assertThat(find("#hub-licence", Label.class).getText()).isEqualTo("mit");
        assertThat(find("#hub-files", Label.class).getText()).contains("tokenizer.json, ", ".onnx, ");
        assertThat(hub.seen()).as("only the description").hasSize(1);
        clickOn("#hub-get");
        waitUntil(() -> test.instrument().session().choice(Side.A).get() instanceof ModelChoice model
                && model.folder().startsWith(folder.resolve("hub")));
        waitUntil(() -> test.instrument().workbench().ranking(Side.A).get() != null);
        assertThat(test.instrument().preferences().settings().get().recentModels().getFirst())
                .startsWith(folder.resolve("hub"));
    }

    @Test
    void whatTheHubRefusesIsSaidInTheSheet() {
        open("#model-a", "Get a model by name…");
        clickOn("#hub-name").write("nobody/nothing");
        push(KeyCode.ENTER);
        waitUntil(() -> problem("#hub-problem").contains("nobody/nothing"));
        clickOn("#hub-name").push(KeyCode.SHORTCUT, KeyCode.A).write("no name at all");
        clickOn("#hub-look");
        waitUntil(() -> problem("#hub-problem").contains("not the name of a model"));
        assertThat(lookup(".notification").tryQuery()).as("a notice behind the sheet").isEmpty();
        assertThat(find("#hub-get", Button.class).isDisabled()).isTrue();
        clickOn("#sheet-cancel");
        waitUntil(() -> lookup("#hub-name").tryQuery().isEmpty());
    }

    @Test
    void aServersModelEncodesTheTextsAndComesBackOnlyWhenItIsChosen() {
        open("#model-b", "Use a server of embeddings…");
        String address = server.address() + "/api/embed";
        clickOn("#server-address").write(address);
        assertThat(server.requests()).isEmpty();
        clickOn("#server-list");
        waitUntil(() -> find("#server-model", ComboBox.class).getItems().equals(List.of("a:latest", "b")));
        interact(() -> {
            find("#server-model", ComboBox.class).getEditor().setText("m");
            find("#server-model", ComboBox.class).hide();
        });
        clickOn("#server-connect");
        waitUntil(() -> test.instrument().workbench().subject(Side.B).get() != null);
        assertThat(test.instrument().session().choice(Side.B).get()).isEqualTo(ServerChoice.of(address, "m"));
        SavedSession saved = callOnFx(() -> test.window().keeper().capture());
        assertThat(saved.b()).isEqualTo(new SavedSide(null, null, ServerChoice.of(address, "m")));

        interact(() -> test.instrument().session().closeModelB());
        int asked = server.requests().size();
        interact(() -> test.window().keeper().restore(saved));
        waitUntil(() -> lookup(".notification").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(server.requests()).as("a session opens no connection").hasSize(asked);
        open("#model-b", "m on " + address);
        waitUntil(() -> test.instrument().workbench().subject(Side.B).get() != null);
    }

    @Test
    void aServerThatIsNotThereIsSaidInTheSheet() {
        open("#model-a", "Use a server of embeddings…");
        clickOn("#server-address").write("not an address");
        interact(() -> find("#server-model", ComboBox.class).getEditor().setText("m"));
        clickOn("#server-connect");
        waitUntil(() -> problem("#server-problem").contains("is not the address of a server"));
        assertThat(test.instrument().session().choice(Side.A).get()).isInstanceOf(ModelChoice.class);
    }

    private void serveTheTwin() throws IOException {
        Path twin = Installation.home().resolve("models/minilm-matryoshka");
        try (Stream<Path> files = Files.walk(twin)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hub.file(twin.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private void open(String menu, String item) {
        waitUntil(() -> test.instrument().workbench().ranking(Side.A).get() != null);
        interact(() -> find(menu, MenuButton.class).getItems()
                .stream()
                .filter(each -> item.equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private String problem(String id) {
        return callOnFx(() -> find(id, Label.class).getText());
    }

    private static <T> T callOnFx(java.util.concurrent.Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, call);
    }

    private <T extends Node> T find(String selector, Class<T> type) {
        return lookup(selector).queryAs(type);
    }
}
