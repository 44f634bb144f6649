package org.matryoscope.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Problem;
import org.matryoscope.chart.ChartFile;
import org.matryoscope.chart.ChartTheme;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Part;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.verdict.VerdictAnswer;
import org.matryoscope.retrieval.database.Deployment;
import org.matryoscope.retrieval.database.Engine;
import org.matryoscope.study.VectorOrigin;

/**
 * A page of HTML for an answer that draws others together: what was found in words, the charts, the numbers folded away, and
 * how all of it was measured. It needs no other file, reads on a telephone and prints on paper; the same answer gives the
 * same bytes.
 */
public final class Report {
    private static final ChartFile.Size CHART = ChartFile.Size.pixels(680, 340);

    private final Asking asking;
    private final Answer answer;
    private final Choices choices;
    private final String version;
    private final HtmlPage page = new HtmlPage();

    private Report(Asking asking, Answer answer, Choices choices, String version) {
        this.asking = asking;
        this.answer = answer;
        this.choices = choices;
        this.version = version;
    }

    /**
     * Writes a report into a file.
     *
     * @param file where to
     * @param html the report
     * @throws Problem if it cannot be written
     */
    public static void write(Path file, String html) {
        try {
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new Problem(file.toString(), "the report cannot be written",
                    "Check that its folder exists and that the disk has room.", e);
        }
    }

    /**
     * Makes a report.
     *
     * @param asking what was asked
     * @param answer what came of it
     * @param choices the options in force
     * @param version the app's name and version
     * @return the page
     */
    public static String html(Asking asking, Answer answer, Choices choices, String version) {
        return new Report(asking, answer, choices, version).html();
    }

    private String html() {
        String finding = answer.finding(choices).text();
        int[] prefixes = Prefixes.listed(choices.get(CommonOptions.LISTED), asking.first().subject().texts().origin());
        page.element("html", Map.of("lang", "en"), () -> {
            page.element("head", () -> {
                page.empty("meta", Map.of("charset", "utf-8"));
                page.empty("meta",
                        new TreeMap<>(Map.of("name", "viewport", "content", "width=device-width, initial-scale=1")));
                page.text("title", finding);
                page.text("style", style());
            });
            page.element("body", () -> {
                page.element("header", () -> {
                    page.text("h1", finding);
                    page.paragraphs(answer.finding(choices).details());
                });
                answer.tables(choices, prefixes).forEach(page::table);
                answer.parts(choices).forEach(this::part);
                if (answer instanceof VerdictAnswer verdict) {
                    verdict.deployment(choices).ifPresent(this::databases);
                }
                method();
            });
        });
        return page.html();
    }

    private void part(Part part) {
        page.element("section", () -> {
            page.text("h2", part.question().title());
            page.element("p", Map.of("class", "question"), () -> page.words(part.question().words()));
            page.paragraphs(part.sentences());
            page.picture(ChartFile.svg(part.chart(), CHART, ChartTheme.PRINT),
                    part.chart().title() + ". " + part.chart().summary());
            page.element("details", () -> {
                page.text("summary", "Numbers");
                part.tables().forEach(page::table);
            });
            page.element("p", Map.of("class", "measured"), () -> page.words(part.measuredOn()));
        });
    }

    private void databases(Deployment deployment) {
        page.element("section", () -> {
            page.text("h2", "Settings for your database");
            for (Engine engine : Engine.values()) {
                page.element("details", () -> {
                    page.text("summary", engine.label() + " " + engine.version());
                    page.element("p", () -> page.element("a", Map.of("href", engine.documentation()),
                            () -> page.words(engine.documentation())));
                    page.text("pre", engine.statements(deployment));
                });
            }
        });
    }

    private void method() {
        page.element("section", () -> {
            page.text("h2", "How this was measured");
            page.element("dl", () -> facts().forEach(fact -> {
                page.text("dt", fact.name());
                page.text("dd", fact.value());
            }));
        });
    }

    private record Fact(String name, String value) {}

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (Contender contender : asking.contenders()) {
            facts.add(new Fact(contender.name(), switch (contender.subject().texts().origin()) {
                case VectorOrigin.Model made -> "%s, %d dimensions, SHA-256 of model and settings %s"
                        .formatted(made.name(), made.dimension(), made.profile().fingerprint());
                case VectorOrigin.Imported read -> "vectors of %s, %d dimensions, %s".formatted(read.name(),
                        read.dimension(), read.request().format().label());
            }));
        }
        facts.add(new Fact("Texts",
                "%s: %s documents, %s judged queries".formatted(asking.corpus().name(),
                        Numbers.whole(asking.first().subject().texts().store().includedRows()),
                        Numbers.whole(asking.corpus().queries().size()))));
        facts.add(new Fact("Similarity", "cosine of prefixes that are re-normalised after the cut; ties go by row"));
        facts.add(new Fact("Intervals",
                "95 %, by the percentile bootstrap over the queries; samples, halves and resamples are drawn with seed 1"));
        facts.add(new Fact("Made with", version));
        return facts;
    }

    private static String style() {
        try (var in = Objects.requireNonNull(Report.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the style sheet in the app cannot be read", e);
        }
    }
}
