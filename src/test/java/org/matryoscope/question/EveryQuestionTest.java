package org.matryoscope.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.base.Progress;
import org.matryoscope.chart.ChartFile;
import org.matryoscope.chart.ChartTheme;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.RotatedVectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every question, with one contender and with many, on real vectors. */
class EveryQuestionTest {
    /** Judged both ways, as Gap wants it; a fingerprint wants more texts than the lesson has. */
    private static final String QUERY = "where do the chemical elements come from";

    static Stream<Arguments> questions() {
        return Questions.ALL.stream()
                .flatMap(question -> Stream.of(1, 2, 5).map(count -> Arguments.of(question.name(), count)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void findsInFewWordsDrawsEveryContenderAndListsItsNumbers(String name, int count) {
        Question question = Questions.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        Asking asking = new Asking(contenders(count), List.of(), true, Choices.INITIAL);
        Answer answer = (Answer) question.ask(asking, Progress.NONE);
        for (Choices choices : shownChoices(question)) {
            Finding finding = answer.finding(choices);
            assertThat(finding.text().split("\\s+").length).as(finding.text()).isLessThanOrEqualTo(Finding.MOST_WORDS);
            assertThat(finding.text()).endsWith(".");
            assertThat(finding.sentence()).hasAtLeastOneElementOfType(Finding.Named.class);
            assertThat(answer.chart(choices).series().toList()).isNotEmpty();
            assertThat(ChartFile.svg(answer.chart(choices), ChartFile.Size.pixels(700, 400), ChartTheme.PRINT))
                    .hasSizeLessThan(1_000_000);
        }
        assertThat(answer.tables(Choices.INITIAL, new int[]{8, 384})).allSatisfy(table -> {
            assertThat(table.rows()).isPositive();
            assertThat(table.columns()).allSatisfy(column -> assertThat(column.cells()).hasSize(table.rows()));
        });
        assertThat(answer.measuredOn()).endsWith(".");
        assertThat(AnswerJson.write(asking, answer, List.of())).contains("\"finding\"", "\"contenders\"");
    }

    /** Every value of every option that only changes what is shown. */
    private static List<Choices> shownChoices(Question question) {
        List<Choices> all = new ArrayList<>();
        all.add(Choices.INITIAL);
        question.options().stream().filter(Option::shown).forEach(option -> addValues(option, all));
        return all;
    }

    private static <T> void addValues(Option<T> option, List<Choices> all) {
        option.offered().forEach(value -> {
            assertThat(option.parse(option.write(value))).isEqualTo(value);
            all.add(Choices.INITIAL.with(option, value));
        });
    }

    private static List<Contender> contenders(int count) {
        Subject a = RealSubjects.of(Side.A, "encyclopedia", QUERY);
        Subject b = RealSubjects.of(Side.B, "encyclopedia", QUERY);
        return List
                .of(Contender.of(a, RotationChoice.AS_IS, RotatedVectors.IN_MEMORY),
                        Contender.of(b, RotationChoice.AS_IS, RotatedVectors.IN_MEMORY),
                        Contender.of(a, RotationChoice.of(RotationKind.PCA), RotatedVectors.IN_MEMORY),
                        Contender.of(a, RotationChoice.of(RotationKind.RANDOM), RotatedVectors.IN_MEMORY),
                        Contender.of(b, RotationChoice.of(RotationKind.SHUFFLED), RotatedVectors.IN_MEMORY))
                .subList(0, count);
    }
}
