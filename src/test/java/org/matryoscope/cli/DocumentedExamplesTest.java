package org.matryoscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Runs every example of docs/command-line.md and compares what is printed with what stands there. Run it with
 * {@code -Dmatryoscope.docs=write} to put what is printed now into the page, after the built-in model has changed.
 */
class DocumentedExamplesTest {
    private static final Path PAGE = Path.of("docs/command-line.md");
    private static final Pattern EXAMPLE = Pattern
            .compile("```console\n\\$ matryoscope ([^\n]*)\n```\n\n```(text|json)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path cache;

    @TestFactory
    Stream<DynamicTest> everyExamplePrintsWhatThePageSays() throws IOException {
        if ("write".equals(System.getProperty("matryoscope.docs"))) {
            Files.writeString(PAGE,
                    EXAMPLE.matcher(Files.readString(PAGE)).replaceAll(DocumentedExamplesTest::renewed));
        }
        List<Matcher> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().map(found -> {
            Matcher example = EXAMPLE.matcher(found.group());
            assertThat(example.matches()).isTrue();
            return example;
        }).toList();
        assertThat(examples).hasSize(7);
        return examples.stream().map(example -> DynamicTest.dynamicTest(example.group(1), () -> check(example)));
    }

    private static void check(Matcher example) {
        String printed = run(example.group(1));
        if (example.group(2).equals("json")) {
            JsonMapper mapper = new JsonMapper();
            same("", mapper.readTree(example.group(3)), mapper.readTree(printed));
        } else {
            sameWords(example.group(3), printed);
        }
    }

    private static void same(String path, JsonNode documented, JsonNode printed) {
        if (documented.isNumber()) {
            assertThat(printed.asDouble()).as(path)
                    .isCloseTo(documented.asDouble(), within(tolerance(path, documented.asDouble())));
        } else if (documented.isArray()) {
            boolean goesOn = DocumentedJson.goesOn(documented);
            int shown = documented.size() - (goesOn ? 1 : 0);
            assertThat(printed.size()).as(path).matches(size -> goesOn ? size > shown : size == shown);
            for (int i = 0; i < shown; i++) {
                same(path + "[" + i + "]", documented.get(i), printed.get(i));
            }
        } else if (documented.isObject()) {
            assertThat(printed.propertyNames()).as(path).containsExactlyElementsOf(documented.propertyNames());
            documented.propertyNames()
                    .forEach(name -> same(path + "." + name, documented.get(name), printed.get(name)));
        } else {
            assertThat(printed).as(path).isEqualTo(documented);
        }
    }

    private static void sameWords(String documented, String printed) {
        String[] expected = documented.strip().split("\\s+");
        String[] actual = printed.strip().split("\\s+");
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].matches("-?[0-9]+\\.[0-9]+")) {
                double number = Double.parseDouble(expected[i]);
                assertThat(Double.parseDouble(actual[i])).isCloseTo(number, within(tolerance("", number)));
            } else {
                assertThat(actual[i]).isEqualTo(expected[i]);
            }
        }
    }

    /**
     * Quantised models differ a little between processors, and a rank or two with them; whole numbers above 1 are counts and
     * must be equal.
     */
    private static double tolerance(String path, double documented) {
        if (documented > 1 && documented == Math.rint(documented)) {
            return 0;
        }
        return path.contains("overlap") ? 0.1 : 0.0005 + 0.04 * Math.abs(documented);
    }

    private static String renewed(MatchResult example) {
        String printed = run(example.group(1));
        String shown = example.group(2).equals("json") ? DocumentedJson.shortened(printed) : printed.stripTrailing();
        return Matcher.quoteReplacement("```console\n$ matryoscope " + example.group(1) + "\n```\n\n```"
                + example.group(2) + "\n" + shown + "\n```");
    }

    private static String run(String command) {
        Matcher words = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        String[] args = words.results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
        CliRun run = CliRun.of(cache, args);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }
}
