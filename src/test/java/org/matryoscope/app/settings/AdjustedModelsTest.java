package org.matryoscope.app.settings;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Pooling;

import static org.assertj.core.api.Assertions.assertThat;

/** What the user set for a model comes back with its folder. */
class AdjustedModelsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void survivesTheFile() {
        ModelChoice one = new ModelChoice(folder.resolve("one"),
                new ModelOverrides(List.of(32, 64), List.of(Pooling.CLS), "query: ", "", 128, "onnx/model_int8.onnx"));
        ModelChoice two = new ModelChoice(folder.resolve("two"),
                new ModelOverrides(null, null, null, "text: ", null, null));
        SettingsFile file = new SettingsFile(folder);
        file.write(Settings.DEFAULT.withModel(one).withModel(two));
        Settings read = file.read();
        assertThat(read.model(one.folder())).isEqualTo(one);
        assertThat(read.model(two.folder())).isEqualTo(two);
        assertThat(read.model(folder)).isEqualTo(ModelChoice.of(folder));
    }

    @Test
    void keepsTheLatestAndForgetsAModelThatIsResetToItsFolder() {
        ModelChoice first = new ModelChoice(folder, new ModelOverrides(null, null, null, null, 64, null));
        ModelChoice second = new ModelChoice(folder, new ModelOverrides(null, null, null, null, 32, null));
        Settings settings = Settings.DEFAULT.withModel(first).withModel(second);
        assertThat(settings.adjustedModels()).containsExactly(second);
        assertThat(settings.withModel(ModelChoice.of(folder))).isEqualTo(Settings.DEFAULT);
    }
}
