package org.matryoscope.app.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.app.saved.SavedSession.SavedContender;
import org.matryoscope.app.saved.SavedSession.SavedSide;
import org.matryoscope.app.saved.SavedSession.SavedWindow;
import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.app.state.Beside;
import org.matryoscope.base.Problem;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SavedSessionTest {
    private static final int KILLS = 50;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everythingComesBackAsItWas() throws IOException {
        Path texts = Files.writeString(folder.resolve("mine.txt"), "one\ntwo\n");
        VectorsChoice vectors = new VectorsChoice(new ImportRequest(folder.resolve("v.npy"),
                new VectorChoice("rows", null, null, List.of(), null), NumberFormat.INT8), false,
                ModelChoice.of(folder.resolve("model")));
        SavedSession session = new SavedSession(SavedSession.VERSION,
                new SavedSide(ModelChoice.of(folder.resolve("model")), null, null), new SavedSide(null, vectors, null),
                CorpusSource.File.of(texts), EndlessWriter.corpus(1), "a query", 96, false, "bump",
                Map.of("stability", Map.of("queries", "all")), List.of(new SavedContender("A", "pca")),
                NumberFormat.INT8, Beside.MODEL_B, true, new SavedWindow(1, 2, 3, 4, false));
        Path file = folder.resolve("session.json");
        SavedSession.file(file).write(session);

        assertThat(SavedSession.file(file).read()).contains(session);
    }

    @Test
    void aStoredFileOfTheFirstVersionIsRead() {
        SavedSession session = SavedSession.file(Path.of("src/test/resources/org/matryoscope/app/saved/session-1.json"))
                .read()
                .orElseThrow();

        assertThat(session.version()).isEqualTo(1);
        assertThat(session.corpus()).isEqualTo(new CorpusSource.BuiltIn("encyclopedia"));
        assertThat(session.query()).isEqualTo("What is a vaccine?");
        assertThat(session.format()).as("a field that came later").isEqualTo(NumberFormat.FLOAT32);
        assertThat(session.beside()).isEqualTo(Beside.FULL_DIMENSION);
        assertThat(session.options()).containsEntry("stability", Map.of("queries", "all"));
        assertThat(session.contenders()).containsExactly(new SavedContender("B", "pca"));
        assertThat(session.d()).isEqualTo(96);
    }

    @Test
    void aFileThatIsNoneIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"version\": ");

        assertThatThrownBy(() -> SavedSession.file(file).read()).isInstanceOf(Problem.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("the session cannot be read");
    }

    @Test
    void aChangedFileIsNoticed() throws IOException {
        Path texts = Files.writeString(folder.resolve("mine.txt"), "one\ntwo\n");
        CorpusSource.File source = CorpusSource.File.of(texts);
        assertThat(source.now()).isEqualTo(source);

        Files.writeString(texts, "one\ntwo\nthree\n");
        assertThat(source.now()).isNotEqualTo(source);
        Files.delete(texts);
        assertThat(source.now()).isNotEqualTo(source);
    }

    @Test
    void whoeverIsKilledWhileSavingLeavesAWholeSession() throws Exception {
        Path file = folder.resolve("session.json");
        SplittableRandom random = new SplittableRandom(5);
        int most = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Files.deleteIfExists(file);
            Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    EndlessWriter.class.getName(), file.toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (!Files.exists(file) && writer.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
            writer.destroyForcibly().waitFor();
            SavedSession left = SavedSession.file(file).read().orElseThrow();
            assertThat(left).isEqualTo(EndlessWriter.session(left.d()));
            most = Math.max(most, left.d());
        }
        assertThat(most).as("sessions written before a kill").isGreaterThan(3);
    }
}
