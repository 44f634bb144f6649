package org.matryoscope.base;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts that are killed leave no native code behind. */
class NativeLibraryTest {
    @TempDir
    private Path temporary;
    @TempDir
    private Path cache;

    @Test
    void nativeCodeIsUnpackedOnceAndNotIntoTheTemporaryFolder() throws Exception {
        Path kept = cache.resolve("native");
        start(kept.toString());
        List<Path> first = files(kept);
        Path old = Files.createDirectories(kept.resolve("sqlite-old"));
        start(kept.toString());

        assertThat(first).extracting(file -> file.getFileName().toString())
                .contains(System.mapLibraryName("onnxruntime"), System.mapLibraryName("sqlitejdbc"));
        assertThat(files(kept)).isEqualTo(first);
        assertThat(old).exists();
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void whatAnotherVersionUnpackedIsDeleted() throws Exception {
        Path old = cache.resolve("native/sqlite-old/" + System.mapLibraryName("sqlitejdbc"));
        Files.createDirectories(old.resolveSibling(""));
        Files.createFile(old);

        start(cache.resolve("native").toString());

        assertThat(old.resolveSibling("")).doesNotExist();
    }

    @Test
    void whereTheFolderCannotBeMadeTheStartSucceeds() throws Exception {
        Path file = Files.createFile(cache.resolve("file"));

        start(file.resolve("native").toString());

        assertThat(files(temporary)).isNotEmpty();
    }

    private void start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData",
                        "-cp", System.getProperty("java.class.path"), NativeStart.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
