package org.matryoscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import org.matryoscope.base.Installation;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.verdict.VerdictQuestion;
import org.matryoscope.report.Report;

/** Writes the verdict as a page of HTML. */
final class ReportCommand extends QuestionCommand {
    @Option(names = "--out", paramLabel = "FILE.html", required = true, description = "The file to write.")
    private Path out = Path.of("");

    private ReportCommand() {
        super(new VerdictQuestion());
    }

    static CommandSpec spec() {
        CommandSpec command = new ReportCommand().command();
        command.name("report");
        command.usageMessage().description("Writes the verdict with its charts and numbers as one page of HTML.");
        return command;
    }

    @Override
    void check() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw misused("--out: the file's name must end in .html");
        }
        OutFile.check(out);
    }

    @Override
    void give(Asking asking, Answer answer, PrintWriter print) {
        Report.write(out, Report.html(asking, answer, asking.choices(), Installation.version()));
    }
}
