package org.matryoscope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.corpus.CacheFolders;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole program in a process of its own: exit codes, and what reaches standard output and standard error. */
class MainTest {
    @TempDir
    Path folder;

    private record Finished(int code, String out, String err) {}

    @Test
    void aResultIsAloneOnStandardOutputInUtf8() throws Exception {
        Path texts = Files.writeString(folder.resolve("texts.txt"), "Der Fluß fließt ins Meer.\n河は海に流れる。\n");
        Finished run = run("scores", "--corpus", texts.toString(), "--query", "river", "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(new JsonMapper().readTree(run.out()).at("/prefixes/0/ranking").findValuesAsString("text"))
                .containsExactlyInAnyOrder("Der Fluß fließt ins Meer.", "河は海に流れる。");
    }

    @Test
    void aFailureIsOneLineOnStandardErrorAndExitCodeOne() throws Exception {
        Finished run = run("energy", "--corpus", folder.resolve("missing.csv").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement()
                .asString()
                .contains("missing.csv: there is no such file. Check the path.");
    }

    @Test
    void badUsageIsExitCodeTwo() throws Exception {
        Finished run = run("stability", "--json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
    }

    private Finished run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                        "-Dfile.encoding=COMPAT", "-D" + CacheFolders.FOLDER_PROPERTY + "=" + folder.resolve("cache"),
                        "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // A terminal without an encoding: the output is UTF-8 all the same.
        process.environment().put("LC_ALL", "C");
        int code = process.start().waitFor();
        return new Finished(code, Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
