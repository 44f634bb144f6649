package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The built-in texts are varied: no near-duplicates, no templates with swapped nouns, no label that stands in every text of
 * its class. Writes target/reports/lexical-overlap.md.
 */
class LexicalOverlapTest {
    private static final Path REPORT = Path.of("target/reports/lexical-overlap.md");

    private static final Map<String, LexicalReport> REPORTS = new LinkedHashMap<>();

    @BeforeAll
    static void writeReport() throws IOException {
        BuiltInCorpora.ids().forEach(id -> REPORTS.put(id, LexicalReport.of(BuiltInCorpora.load(id))));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT,
                REPORTS.values().stream().map(LexicalReport::markdown).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesson", "encyclopedia", "help-desk"})
    void noTwoTextsAreNearDuplicates(String id) {
        assertThat(report(id).closest().overlap()).isLessThan(0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encyclopedia", "help-desk"})
    void textsOfAClassShareMoreWordsThanOthersButFew(String id) {
        assertThat(report(id).levels()).allSatisfy(level -> {
            assertThat(level.within()).as(level.name()).isGreaterThan(level.between()).isLessThan(0.15);
            assertThat(level.between()).as(level.name()).isLessThan(0.05);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"encyclopedia", "help-desk"})
    void noWordOfALabelStandsInEveryTextOfItsClass(String id) {
        assertThat(report(id).leaks()).as("labels whose word stands in every text of the class").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesson", "encyclopedia", "help-desk"})
    void textsDoNotBeginAlike(String id) {
        Corpus corpus = BuiltInCorpora.load(id);
        List<String> openings = corpus.documents().stream().map(document -> opening(document.text())).toList();
        assertThat(openings.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting())))
                .allSatisfy((opening, count) -> assertThat(count).as(opening)
                        .isLessThanOrEqualTo(Math.max(2, corpus.documents().size() / 100)));
    }

    private static LexicalReport report(String id) {
        return Objects.requireNonNull(REPORTS.get(id));
    }

    private static String opening(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\W+")).limit(4).collect(Collectors.joining(" "));
    }
}
