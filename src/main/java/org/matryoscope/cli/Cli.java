package org.matryoscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

import org.matryoscope.base.Problem;
import org.matryoscope.question.Question;

/** Runs one command. Results go to standard output, and nothing else does. */
public final class Cli {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private Cli() {
    }

    /**
     * Runs a command.
     *
     * @param args the command and its options
     * @param out takes the result
     * @param err takes one line if the command fails
     * @param questions what can be asked, each a command
     * @param screenshooter renders the window
     * @return 0; 2 for bad usage; 1 for a failure
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err, List<Question> questions,
            Screenshooter screenshooter) {
        CommandLine line = new CommandLine(new MatryoscopeCommand());
        questions.forEach(question -> line.addSubcommand(question.name(), new AnswerCommand(question).command()));
        line.addSubcommand(ChartsCommand.of(questions));
        line.addSubcommand("report", ReportCommand.spec());
        line.addSubcommand(new CutCommand.Embed());
        line.addSubcommand(new CutCommand.Cut());
        line.addSubcommand(new RotateCommand());
        line.addSubcommand(new SettingsCommand());
        line.addSubcommand(new ModelsCommand());
        line.addSubcommand(new ScreenshotCommand(screenshooter));
        line.setOut(out).setErr(err).setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setParameterExceptionHandler((problem, ignored) -> misused(problem, err));
        line.setExecutionExceptionHandler((failure, command, ignored) -> failed(failure, err));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int misused(ParameterException problem, PrintWriter err) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        err.println(command + ": " + oneLine(problem.getMessage()) + " (" + command + " --help tells more)");
        return USAGE;
    }

    private static int failed(Exception failure, PrintWriter err) {
        err.println("matryoscope: " + (failure instanceof Problem problem
                ? problem.getMessage()
                : "this should not have happened: " + oneLine(failure.toString()) + ". Please report it."));
        return FAILURE;
    }

    private static String oneLine(@Nullable String message) {
        return Objects.requireNonNullElse(message, "").replaceAll("\\s*\\R\\s*", " ");
    }
}
