package org.matryoscope.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.corpus.vectors.BadFiles;
import org.matryoscope.corpus.vectors.BadFiles.BadFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The commands from their arguments to what they print, on the real built-in model. */
class CliTest {
    private static final String QUESTION = "How do vaccines protect us from disease?";

    @TempDir
    static Path cache;
    @TempDir
    Path folder;

    @Test
    void scoresOfAUsersTableNameItsDocumentsBestFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), """
                nr,title,remark
                1,Bread needs flour,a loaf of white bread from the oven
                2,Cats purr,the cat sleeps on the sofa all afternoon long
                """);
        CliRun run = run("scores", "--corpus", file.toString(), "--text-column", "title", "--query", "a purring cat",
                "--json", "--dims", "384,32");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(json.get("documents").asInt()).isEqualTo(2);
        assertThat(json.get("prefixes").findValuesAsString("d")).containsExactly("32", "384");
        JsonNode best = json.get("prefixes").get(1).get("ranking").get(0);
        assertThat(best.get("text").asString()).isEqualTo("Cats purr");
        assertThat(best.get("index").asInt()).isEqualTo(1);
        assertThat(best.get("cosine").asDouble()).isBetween(0.4, 1.0);
    }

    @Test
    void theTableSaysTheSameAsTheJson() {
        JsonNode json = new JsonMapper()
                .readTree(run("scores", "--query", QUESTION, "--dims", "64", "--top", "3", "--json").out());
        String[] lines = run("scores", "--query", QUESTION, "--dims", "64", "--top", "3").out().split("\\R");
        int heading = List.of(lines).indexOf("d = 64");
        assertThat(heading).isPositive();
        for (int rank = 1; rank <= 3; rank++) {
            JsonNode document = json.get("prefixes").get(0).get("ranking").get(rank - 1);
            String[] cells = lines[heading + 1 + rank].strip().split("\\s+", 4);
            assertThat(cells[0]).isEqualTo(Integer.toString(rank));
            assertThat(Double.parseDouble(cells[1])).isCloseTo(document.get("cosine").asDouble(), within(5e-4));
            assertThat(cells[2]).isEqualTo(document.get("index").asString());
        }
    }

    @Test
    void energyAddsUpAndIsSplitByLevel() {
        JsonNode json = new JsonMapper().readTree(run("energy", "--corpus", "help-desk", "--json").out());
        JsonNode energy = json.get("energy");
        int dimension = json.get("dimension").asInt();
        assertThat(energy.get("cumulative").get(dimension - 1).asDouble()).isCloseTo(1, within(1e-6));
        assertThat(energy.get("levels").findValuesAsString("name")).containsExactly("domain", "intent", "residual");
        for (int i = 0; i < dimension; i++) {
            assertThat(energy.get("meanSquared").get(i).asDouble() + energy.get("variance").get(i).asDouble())
                    .isCloseTo(energy.get("perDimension").get(i).asDouble(), within(1e-9));
        }
    }

    @Test
    void energyOfUnlabelledTextsHasNoLevels() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "One text.\nAnother one.\nA third.\n");
        JsonNode json = new JsonMapper().readTree(run("energy", "--corpus", file.toString(), "--json").out());
        assertThat(json.get("energy").has("levels")).isFalse();
    }

    @Test
    void stabilityEndsInFullAgreement() {
        JsonNode json = new JsonMapper()
                .readTree(run("stability", "--query", QUESTION, "--k", "3", "--dims", "16", "--json").out());
        JsonNode stability = json.get("stability");
        assertThat(stability.get("k").asInt()).isEqualTo(3);
        assertThat(stability.get("reference").asInt()).isEqualTo(384);
        JsonNode last = stability.get("prefixes").get(stability.get("prefixes").size() - 1);
        for (String measure : new String[]{"overlap", "rbo", "kendallTauB", "spearman"}) {
            assertThat(last.get(measure).asDouble()).as(measure).isEqualTo(1);
        }
    }

    @Test
    void contendersStandBesideTheFirstOnesFields() {
        JsonNode json = new JsonMapper().readTree(run("stability", "--corpus", "encyclopedia", "--contenders",
                "as-is,pca,random,shuffled", "--queries", "20", "--dims", "32", "--json").out());
        assertThat(json.get("contenders").findValuesAsString("name")).containsExactly("A", "A PCA", "A random",
                "A shuffled");
        assertThat(json.get("contenders").findValuesAsString("rotation")).containsExactly("as-is", "pca", "random",
                "shuffled");
        assertThat(json.get("stability")).isEqualTo(json.get("contenders").get(0).get("stability"));
        assertThat(json.get("stability").get("queries").asInt()).isEqualTo(20);
        assertThat(json.get("finding").asString()).startsWith("A keeps 90").endsWith(".");
        assertThat(json.get("measuredOn").asString()).contains("20 of the 60 judged queries")
                .contains("PCA was fitted on all 800 documents");
        for (JsonNode contender : json.get("contenders")) {
            JsonNode at = contender.get("stability").get("prefixes").get(0);
            assertThat(at.get("overlap").asDouble()).isBetween(at.get("overlapLow").asDouble(),
                    at.get("overlapHigh").asDouble());
        }
    }

    @Test
    void whereDocumentsAreTheQueriesPcaIsFittedOnOtherDocuments() throws IOException {
        Path texts = Files.write(cache.resolve("texts.txt"),
                IntStream.range(0, 60).mapToObj(i -> "Text number " + i + " of sixty.").toList());
        JsonNode json = new JsonMapper().readTree(
                run("stability", "--corpus", texts.toString(), "--contenders", "as-is,pca", "--queries", "10", "--json")
                        .out());
        assertThat(json.get("measuredOn").asString()).startsWith(
                "Mean over 10 queries: 10 documents drawn evenly, each left out of its own ranking. PCA was fitted on ")
                .contains("every contender measured on the other");
    }

    @Test
    void chartsAreDrawnTheSameEachTime() throws IOException {
        for (String ending : new String[]{"svg", "png"}) {
            Path one = cache.resolve("one." + ending);
            Path other = cache.resolve("other." + ending);
            run("chart", "energy", "--out", one.toString());
            run("chart", "energy", "--out", other.toString());
            assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other)).hasSizeBetween(5_000, 1_000_000);
        }
        assertThat(Files.readString(cache.resolve("one.svg"))).contains("width=\"160mm\"")
                .contains(">Energy of each dimension</text>");
    }

    @Test
    void modelsListsThoseThatComeAlong() {
        assertThat(run("models").out()).contains("MiniLM Matryoshka", "MiniLM ordinary", "built in");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        CliRun run = run("energy", "--server", "http://localhost:9/v1", "--server-model", "m");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("localhost:9");
    }

    @Test
    void formatsListTheirBytesAndAgreement() {
        JsonNode json = new JsonMapper()
                .readTree(run("formats", "--query", QUESTION, "--k", "3", "--dims", "64,384", "--json").out());
        JsonNode formats = json.get("formats");
        assertThat(formats.get("reference").asString()).isEqualTo("float32");
        assertThat(formats.get("formats")).extracting(format -> format.get("format").asString())
                .containsExactly("float32", "float16", "int8", "binary");
        assertThat(formats.get("formats"))
                .extracting(format -> format.get("prefixes").get(0).get("bytesPerVector").asInt())
                .containsExactly(256, 128, 64, 8);
        assertThat(formats.get("formats").get(0).get("prefixes").get(1).get("overlapFull").asDouble()).isEqualTo(1);
        assertThat(run("formats", "--query", QUESTION, "--dims", "64").out()).contains("overlap@10", "binary");
    }

    @Test
    void aScreenshotIsAskedForWithEverythingThatWasSaid() {
        Path out = folder.resolve("energy.png");
        CliRun run = run("screenshot", "--view", "energy", "--out", out.toString(), "--size", "1920x1080", "--theme",
                "dark", "--d", "64", "--query", "x");
        assertThat(run.code()).isZero();
        assertThat(run.shots()).singleElement().satisfies(shot -> {
            assertThat(shot.view()).isEqualTo("energy");
            assertThat(shot.out()).isEqualTo(out);
            assertThat(shot.width()).isEqualTo(1920);
            assertThat(shot.height()).isEqualTo(1080);
            assertThat(shot.dark()).isTrue();
            assertThat(shot.d()).isEqualTo(64);
            assertThat(shot.query()).isEqualTo("x");
            assertThat(Objects.requireNonNull(shot.corpus()).name()).isEqualTo("Lesson");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bogus                                              | Unmatched argument
            scores                                             | Missing required option:
            scores --query x --bogus                           | Unknown option:
            scores --query x --dims 0,8                        | from 1 on
            scores --query x --dims 900                        | 900 is not a prefix of 384 dimensions
            scores --query x --dims many                       | separated by commas
            scores --query x --top 0                           | --top
            stability --query x --k 0                          | --k
            formats --query x --k 0                            | --k
            scores --query x --encoding klingon                | --encoding
            chart energy --out x.gif                           | must end in .svg, .pdf or .png
            chart energy --out x.svg --width wide              | --width
            chart energy --out x.svg --theme grey              | --theme
            chart                                              | Missing the name of a question
            scores --query x --contenders ica                  | choose as-is, pca
            screenshot --view pie --out x.png                  | choose one of scores, energy
            screenshot --view energy --out x.gif               | must end in .png
            screenshot --view energy --out x.png --size big    | write it as 1280x800
            screenshot --view energy --out x.png --size 9x9    | each side must be
            screenshot --view energy --out x.png --theme grey  | --theme
            screenshot --view energy --out x.png --d 0         | --d
            """)
    void badUsageIsTwoAndOneLine(String args, String message) {
        assertFails(2, message, args.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scores --query x --corpus nowhere.txt                    | nowhere.txt: there is no such file
            scores --query x --model nowhere                         | nowhere
            screenshot --view energy --out nowhere/energy.png        | its folder does not exist
            report --out nowhere/page.html                           | its folder does not exist
            chart energy --out nowhere/energy.svg                    | its folder does not exist
            """)
    void failuresAreOneAndOneLine(String args, String message) {
        assertFails(1, message, args.split(" "));
    }

    @Test
    void aQueryOfOnlySpacesIsAFailure() {
        assertFails(1, "query: it holds no text", "scores", "--query", "   ");
    }

    @Test
    void aCacheThatCannotBeUsedIsSaidAndTheAnswerGivenAllTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("not a folder"), "");
        CliRun run = CliRun.of(file, "scores", "--query", QUESTION, "--dims", "8");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("d = 8");
        assertThat(run.err().lines()).singleElement().asString().contains("warning").contains("not a folder");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help").out()).contains("scores", "energy", "stability", "formats", "screenshot");
    }

    private static void assertFails(int code, String message, String... args) {
        CliRun run = run(args);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(message);
    }

    private static CliRun run(String... args) {
        return CliRun.of(cache, args);
    }

    /** Writes three rows of two dimensions: along the first axis, along the second, between them. */
    private Path vectors(String name, float... entries) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(entries.length / 2 * 3 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < entries.length; i += 2) {
            bytes.putInt(2).putFloat(entries[i]).putFloat(entries[i + 1]);
        }
        return Files.write(folder.resolve(name), bytes.array());
    }

    private JsonNode ranked(String... args) {
        CliRun run = run(args);
        assertThat(run.code()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out()).get("prefixes").get(0).get("ranking");
    }

    @Test
    void asksVectorsByARowAndByAFileOfQueries() throws IOException {
        String file = vectors("rows.fvecs", 1, 0, 0, 2, 3, 3).toString();
        JsonNode byRow = ranked("scores", "--vectors", file, "--query-row", "1", "--dims", "2", "--json");
        assertThat(byRow.findValuesAsString("index")).containsExactly("1", "2", "0");
        assertThat(byRow.get(1).get("cosine").asDouble()).isCloseTo(Math.sqrt(0.5), within(1e-6));
        String queries = vectors("queries.fvecs", 4, 4, 5, 0).toString();
        assertThat(ranked("scores", "--vectors", file, "--query-vectors", queries, "--dims", "2", "--json").get(0)
                .get("index")
                .asInt()).as("the first query").isEqualTo(2);
        JsonNode second = ranked("scores", "--vectors", file, "--query-vectors", queries, "--query",
                "queries.fvecs, row 1", "--dims", "2", "--format", "float16", "--json");
        assertThat(second.get(0).get("index").asInt()).isZero();
        assertThat(run("energy", "--vectors", file).out()).startsWith("vectors rows.fvecs (float32), 2 dimensions");
    }

    @Test
    void saysOfVectorsWhatCannotBeAskedAndWhatDoesNotFit() throws IOException {
        String file = vectors("rows.fvecs", 1, 0, 0, 2, 3, 3).toString();
        CliRun words = run("scores", "--vectors", file, "--query", "words");
        assertThat(words.code()).isEqualTo(1);
        assertThat(words.err()).contains("rows.fvecs has no model to encode words");
        CliRun row = run("stability", "--vectors", file, "--query-row", "3");
        assertThat(row.err()).contains("there is no document 3", "Choose 0 to 2.");
        CliRun lesson = run("energy", "--vectors", file, "--corpus", "lesson");
        assertThat(lesson.code()).isEqualTo(1);
        assertThat(lesson.err()).contains("it has 3 rows, and “Lesson” has 14 texts");
        assertThat(run("scores", "--vectors", file, "--query", "x", "--query-row", "1").code()).isEqualTo(2);
        assertThat(run("scores", "--vectors", file).err()).contains("Missing required option: '--query=TEXT'");
        assertThat(run("energy", "--vectors", file, "--format", "int4").err()).contains("there is no format “int4”");
        assertThat(run("energy", "--vectors", folder.resolve("none.fvecs").toString()).err())
                .contains("there is no such file");
    }

    @Test
    void saysOfFaultyVectorsWhatIsWrongWhereAndWhatToDo() throws IOException {
        for (BadFile bad : BadFiles.in(folder)) {
            CliRun run = run("energy", "--vectors", bad.file().toString());
            assertThat(run.code()).as("%s: %s", bad, run.err()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement()
                    .asString()
                    .contains(bad.file().toString(), bad.what(), bad.remedy());
        }
        String two = vectors("rows.fvecs", 1, 0, 0, 2, 3, 3).toString();
        Path three = Files.write(folder.resolve("three.fvecs"),
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(3).putFloat(1).array());
        assertFails(1, "its vectors have 3 dimensions, and those of rows.fvecs have 2", "scores", "--vectors", two,
                "--query-vectors", three.toString());
    }

    @Test
    void aScreenshotOfVectorsNeedsNoModel() throws IOException {
        String file = vectors("rows.fvecs", 1, 0, 0, 2, 3, 3).toString();
        CliRun run = run("screenshot", "--view", "energy", "--out", folder.resolve("energy.png").toString(),
                "--vectors", file, "--query-row", "2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.shots()).singleElement().satisfies(shot -> {
            assertThat(shot.model()).isNull();
            assertThat(shot.corpus()).isNull();
            assertThat(Objects.requireNonNull(shot.vectors()).name()).isEqualTo("rows.fvecs");
            assertThat(shot.queryRow()).isEqualTo(2);
        });
    }

    @Test
    void whatWasAssumedOfAFileAndWhatIsLeftOutOfItIsSaid() throws IOException {
        String file = Files.writeString(folder.resolve("gaps.csv"), "a,0.5,0.25\nb,nan,1\nc,0,0\nd,,\ne,0.1,1\n")
                .toString();
        CliRun run = run("scores", "--vectors", file, "--query-row", "0", "--dims", "2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).contains("cells are parted by commas", "there is no row of column names",
                "vectors are “column 2 … column 3”", "3 of 5 rows left out: 1 (“b”): NaN at dimension 1",
                "2 (“c”): all entries are zero", "3 (“d”): the file has no vector for it");
        assertThat(run.out()).contains("without gaps.csv: 3 of 5 rows left out");
        JsonNode json = new JsonMapper()
                .readTree(run("scores", "--vectors", file, "--query-row", "0", "--dims", "2", "--json").out());
        assertThat(json.get("excluded").findValuesAsString("row")).containsExactly("1", "2", "3");
        CliRun told = run("energy", "--vectors", file, "--separator", "comma", "--header", "--vectors-key",
                "0.5 … 0.25", "--text-key", "a", "--id-key", "a", "--label-keys", "a");
        assertThat(told.err()).doesNotContain("taken so");
        CliRun refused = run("energy", "--vectors", file, "--require-vectors");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("gaps.csv, line 4", "all cells are empty");
        assertThat(run("energy", "--vectors", file, "--separator", "two").err()).contains("“two” is no separator");
    }
}
