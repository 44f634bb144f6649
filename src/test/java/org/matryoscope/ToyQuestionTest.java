package org.matryoscope;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.app.session.ContenderList;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.DirectBackground;
import org.matryoscope.app.view.QuestionView;
import org.matryoscope.base.Progress;
import org.matryoscope.chart.Axis;
import org.matryoscope.chart.Chart;
import org.matryoscope.cli.Cli;
import org.matryoscope.cli.Screenshooter;
import org.matryoscope.cli.ScreenshotRequest;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.Question;
import org.matryoscope.question.Questions;
import org.matryoscope.question.RealSubjects;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Side;
import org.matryoscope.question.Table;
import org.matryoscope.study.RotatedVectors;

import static org.assertj.core.api.Assertions.assertThat;

/** A question that the app does not know, put into the list of questions and nowhere else, is everywhere. */
class ToyQuestionTest {
    private static final Option.Whole TIMES = Option.Whole.count("times", "times", "By how much to multiply.", 2, 2, 3);

    @TempDir
    static Path folder = Path.of("");

    /** How many texts are there, times a number? */
    private static final class Toy implements Question {
        @Override
        public String name() {
            return "toy";
        }

        @Override
        public String title() {
            return "Toy";
        }

        @Override
        public String words() {
            return "How many texts are there, times a number?";
        }

        @Override
        public Heading heading() {
            return Heading.SEE;
        }

        @Override
        public List<Option<?>> options() {
            return List.of(TIMES);
        }

        @Override
        public Set<Input> inputs() {
            return Set.of();
        }

        @Override
        public Reply ask(Asking asking, Progress progress) {
            return new ToyAnswer(asking, asking.corpus().documents().size() * asking.get(TIMES));
        }
    }

    private record ToyAnswer(Asking asking, int product) implements Answer {
        /** The answer in JSON. */
        record Fields(int product) {}

        @Override
        public Finding finding(Choices choices) {
            return Finding.say().contender(asking, 0).words(" makes ").value(Integer.toString(product)).build();
        }

        @Override
        public Chart chart(Choices choices) {
            return Chart.builder("Toy chart", Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
                    .column("product", new double[]{product})
                    .build();
        }

        @Override
        public List<Table> tables(Choices choices, int[] prefixes) {
            return List.of(Table.titled("").numbers("product", List.of(Integer.toString(product))).build());
        }

        @Override
        public Record fields(int contender, int[] prefixes) {
            return new Fields(product);
        }

        @Override
        public String measuredOn() {
            return "Counted.";
        }
    }

    @Test
    void itIsACommandWithItsOptionsAndJson() {
        String text = run("toy", "--times", "3");
        assertThat(text).contains("A makes 42", "product\n     42", "Counted.");
        JsonNode json = new JsonMapper().readTree(run("toy", "--json"));
        assertThat(json.path("product").asInt()).isEqualTo(28);
        assertThat(json.path("finding").asString()).isEqualTo("A makes 28");
        assertThat(json.path("contenders").path(0).path("product").asInt()).isEqualTo(28);
        assertThat(json.path("contenders").path(0).path("rotation").asString()).isEqualTo("as-is");
        assertThat(run("toy", "--help")).contains("--times", "By how much to multiply.");
    }

    @Test
    void itsChartIsDrawnIntoFiles() throws Exception {
        Path file = folder.resolve("toy.svg");
        run("chart", "toy", "--out", file.toString());
        assertThat(Files.readString(file)).startsWith("<svg").contains(">Toy chart</text>");
    }

    @Test
    void itIsAViewWithItsControlsChartFindingNumbersAndExport() throws Exception {
        FxToolkit.registerPrimaryStage();
        QuestionView view = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Workbench workbench = new Workbench();
            new ContenderList(workbench, RotatedVectors.IN_MEMORY);
            QuestionView built = new QuestionView(new Toy(), workbench, new DirectBackground(), query -> {
            }, part -> {
            });
            new Scene(new StackPane(built.node())).getRoot().applyCss();
            workbench.subject(Side.A).set(RealSubjects.of(Side.A, "lesson", "a query"));
            return built;
        });
        WaitForAsyncUtils.waitForFxEvents(5);
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            assertThat(view.node().lookup(".finding").getAccessibleText()).isEqualTo("A makes 28");
            assertThat(view.node().lookupAll(".choice .label")).extracting(node -> ((Label) node).getText())
                    .contains("times");
            assertThat(view.chart().csv()).isEqualTo("product\n28\n");
            ((ToggleButton) view.node().lookup(".foldout-toggle")).fire();
            view.choices().set(Choices.INITIAL.with(TIMES, 3));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents(5);
        assertThat(view.chart().csv()).isEqualTo("product\n42\n");
        assertThat(WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            view.node().applyCss();
            return view.node().lookup(".number-table");
        })).isNotNull();
    }

    private static String run(String... args) {
        System.setProperty(CacheFolders.FOLDER_PROPERTY, folder.resolve("cache").toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<Question> questions = Stream.concat(Questions.ALL.stream(), Stream.of(new Toy())).toList();
        int code = Cli.run(args, new PrintWriter(out), new PrintWriter(err), false, questions, new Screenshooter() {
            @Override
            public List<String> views() {
                return List.of();
            }

            @Override
            public void shoot(ScreenshotRequest request) {
                throw new AssertionError("no picture was asked for");
            }
        });
        System.clearProperty(CacheFolders.FOLDER_PROPERTY);
        assertThat(code).as(err.toString()).isZero();
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
