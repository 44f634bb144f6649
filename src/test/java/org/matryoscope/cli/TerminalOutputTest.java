package org.matryoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.question.Questions;

import static org.assertj.core.api.Assertions.assertThat;

/** What reaches a terminal, and what does not. */
class TerminalOutputTest {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final String NASTY = "a bell\u0007, a colour \u001b[31mred, C1 \u009b5n, a turn \u202Eback";

    @TempDir
    Path folder;

    @BeforeEach
    void useAnEmptyCache() {
        System.setProperty(CacheFolders.FOLDER_PROPERTY, folder.resolve("cache").toString());
    }

    @AfterEach
    void restoreTheCache() {
        System.clearProperty(CacheFolders.FOLDER_PROPERTY);
    }

    @Test
    void controlCharactersOfTextsAreShownAndNotSent() throws IOException {
        Path texts = Files.write(folder.resolve("texts.txt"), List.of(NASTY, "the cat sleeps on the sofa"));
        CliRun table = CliRun.of(folder.resolve("cache"), "scores", "--corpus", texts.toString(), "--query",
                "a colour");
        assertThat(table.out()).contains("a bell\\u0007, a colour \\u001b[31mred, C1 \\u009b5n, a turn \\u202eback");
        assertThat(table.out().chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r')).isEmpty();
        CliRun json = CliRun.of(folder.resolve("cache"), "scores", "--corpus", texts.toString(), "--query", "a colour",
                "--json");
        assertThat(json.out().chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r')).isEmpty();
        JsonNode read = new JsonMapper().readTree(json.out());
        assertThat(read.get("prefixes").get(0).get("ranking").findValuesAsString("text")).contains(NASTY);
    }

    @Test
    void aMessageThatNamesAFileSendsNoneEither() {
        CliRun run = CliRun.of(folder.resolve("cache"), "energy", "--corpus", "no\u001b[2Jsuch.txt");
        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("no\\u001b[2Jsuch.txt").doesNotContain("\u001b");
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        StringWriter err = new StringWriter();
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        int code = Cli.run(new String[]{"corpora"}, new PrintWriter(full), new PrintWriter(err), false, Questions.ALL,
                CliRun.camera());
        assertThat(code).isOne();
        assertThat(err.toString()).startsWith("matryoscope: standard output: the result cannot be written.");
    }

    @Test
    void aTerminalSeesHowFarItIsInOneLineThatIsGoneAtTheEnd() {
        String err = errorOf(true, "stability", "--query", "a cat");
        assertThat(err).contains(CLEAR_LINE + "Loading the model", CLEAR_LINE + "Encoding texts with MiniLM Matryoshka")
                .endsWith(CLEAR_LINE)
                .doesNotContain("\n");
    }

    @Test
    void whatIsNoTerminalSeesNoProgress() {
        assertThat(errorOf(false, "stability", "--query", "a cat")).isEmpty();
    }

    @Test
    void quietSaysNothingButFailures() throws IOException {
        Path vectors = Files.writeString(folder.resolve("vectors.csv"), "1,0\n0,1\nnan,1\n1,1\n");
        String[] asked = {"energy", "--vectors", vectors.toString()};
        assertThat(errorOf(true, asked)).contains("matryoscope: note: ", "matryoscope: warning: ");
        assertThat(errorOf(true, "energy", "--vectors", vectors.toString(), "--quiet")).isEmpty();
        assertThat(errorOf(true, "energy", "--vectors", vectors + ".gone", "--quiet")).startsWith("matryoscope: ");
    }

    @Test
    void corporaListsThoseThatComeAlong() {
        CliRun run = CliRun.of(folder.resolve("cache"), "corpora");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("encyclopedia", "800 texts", "help-desk", "lesson", "apache-2.0");
        assertThat(run.out().lines()).as("a head and a line a corpus").hasSize(4).noneMatch(String::isBlank);
        JsonNode json = new JsonMapper().readTree(CliRun.of(folder.resolve("cache"), "corpora", "--json").out());
        assertThat(json.findValuesAsString("id")).containsExactly("lesson", "encyclopedia", "help-desk");
        assertThat(json.get(1).get("texts").asInt()).isEqualTo(800);
        assertThat(json.get(1).get("levels").size()).isEqualTo(3);
        assertThat(json.get(1).get("queries").asInt()).isEqualTo(60);
        assertThat(json.findValuesAsString("licence")).containsOnly("apache-2.0");
        assertThat(Path.of(json.get(0).get("folder").asString())).isDirectory();
    }

    @Test
    void modelsAreListedForProgramsToo() {
        JsonNode json = new JsonMapper().readTree(CliRun.of(folder.resolve("cache"), "models", "--json").out());
        assertThat(json.findValuesAsString("name")).contains("MiniLM Matryoshka", "MiniLM ordinary");
        assertThat(json.get(0).get("opens").asBoolean()).isTrue();
        assertThat(json.get(0).get("bytes").asLong()).isGreaterThan(1_000_000);
    }

    @Test
    @EnabledIf(value = "bashIsThere", disabledReason = "there is no bash here")
    void bashCompletesCommandsOptionsAndValues() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("completion.sh"),
                CliRun.of(folder.resolve("cache"), "completion").out());
        assertThat(completions(script, "matryoscope", "sto")).containsExactly("storage");
        assertThat(completions(script, "matryoscope", "stability", "--corp")).containsExactly("--corpus");
        assertThat(completions(script, "matryoscope", "cut", "--format", "i")).containsExactly("int8");
        assertThat(completions(script, "matryoscope", "screenshot", "--theme", "d")).containsExactly("dark");
    }

    /** What bash offers after these words, the last of which is being typed. */
    private static List<String> completions(Path script, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", """
                source "$1" || exit 9
                shift
                # It says how to go on typing, and refuses to outside of a completion.
                compopt() { :; }
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                _complete_matryoscope "$1" "${@: -1}" "${@: -2:1}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """, "bash", script.toString()));
        command.addAll(List.of(words));
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return out.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static boolean bashIsThere() {
        try {
            return new ProcessBuilder("bash", "-c", "exit 0").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String errorOf(boolean onTerminal, String... args) {
        StringWriter err = new StringWriter();
        Cli.run(args, new PrintWriter(Writer.nullWriter()), new PrintWriter(err), onTerminal, Questions.ALL,
                CliRun.camera());
        return err.toString();
    }
}
