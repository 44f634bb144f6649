package org.matryoscope.cli;

import java.io.PrintWriter;

import picocli.CommandLine.Option;

import org.matryoscope.question.Answer;
import org.matryoscope.question.AnswerJson;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Table;

/** Prints a question's answer: its finding and its tables, or JSON. */
final class AnswerCommand extends QuestionCommand {
    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    AnswerCommand(Question question) {
        super(question);
    }

    @Override
    void give(Asking asking, Answer answer, PrintWriter out) {
        out.println(json ? AnswerJson.write(asking, answer, asking.get(CommonOptions.DIMS)) : text(asking, answer));
    }

    private static String text(Asking asking, Answer answer) {
        StringBuilder text = new StringBuilder(heading(asking));
        text.append(answer.finding(asking.choices()).text()).append(System.lineSeparator());
        int[] prefixes = Prefixes.listed(asking.get(CommonOptions.DIMS), asking.first().subject().texts().origin());
        for (Table table : answer.tables(asking.choices(), prefixes)) {
            text.append(System.lineSeparator());
            if (!table.caption().isEmpty()) {
                text.append(table.caption()).append(System.lineSeparator());
            }
            text.append(TextTable.of(table));
        }
        text.append(System.lineSeparator());
        answer.finding(asking.choices())
                .details()
                .forEach(detail -> text.append(detail).append(System.lineSeparator()));
        return text.append(answer.measuredOn()).toString();
    }
}
