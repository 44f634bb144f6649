package org.matryoscope.cli;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.matryoscope.question.Question;

/** The command "chart", whose own commands are the questions; alone it is bad usage. */
@Command(name = "chart", mixinStandardHelpOptions = true, description = "Draws the chart of a question into an SVG or PNG file, without a display.")
final class ChartsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine of(List<Question> questions) {
        CommandLine line = new CommandLine(new ChartsCommand());
        questions.forEach(question -> line.addSubcommand(question.name(), new ChartCommand(question).command()));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Missing the name of a question");
    }
}
