package org.matryoscope.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.app.theme.TextScale;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void readsWhatWasWrittenAndLeavesNothingElseBehind() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("deeper"));
        Settings settings = Settings.DEFAULT.withTheme(Theme.DARK)
                .withTextScale(TextScale.PERCENT_150)
                .withLogScale(false)
                .withRecentModel(folder.resolve("a"))
                .withRecentModel(folder.resolve("b"))
                .withRecentCorpus(folder.resolve("texts.csv"));
        file.write(settings);
        file.write(settings);
        assertThat(file.read()).isEqualTo(settings);
        try (Stream<Path> files = Files.list(folder.resolve("deeper"))) {
            assertThat(files).singleElement().hasToString(folder.resolve("deeper/settings.json").toString());
        }
    }

    @Test
    void startsAnewWhereThereIsNothingToRead() {
        assertThat(new SettingsFile(folder).read()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void startsAnewWhereTheFileIsDamaged() throws IOException {
        for (String damaged : new String[]{"", "{", "[]", "{\"textScale\": \"HUGE\"}", "{}"}) {
            Files.writeString(folder.resolve("settings.json"), damaged);
            assertThat(new SettingsFile(folder).read()).as(damaged).isEqualTo(Settings.DEFAULT);
        }
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new SettingsFile(inTheWay).write(Settings.DEFAULT)).isInstanceOf(Problem.class)
                .hasMessageContaining("settings cannot be saved");
    }

    @Test
    void remembersTheLatestEightFirst() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecentModel(Path.of("model" + i % 10));
        }
        assertThat(settings.recentModels()).hasSize(8).startsWith(Path.of("model9"), Path.of("model8"));
    }
}
