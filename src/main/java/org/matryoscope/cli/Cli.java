package org.matryoscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;

import picocli.AutoComplete;
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
     * @param err takes one line if the command fails, notes and warnings
     * @param onTerminal whether {@code err} is a terminal, which is shown how far the work is
     * @param questions what can be asked, each a command
     * @param screenshooter renders the window
     * @return 0; 2 for bad usage; 1 for a failure, also where {@code out} cannot be written
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err, boolean onTerminal, List<Question> questions,
            Screenshooter screenshooter) {
        Messages messages = new Messages(err, onTerminal);
        CommandLine line = new CommandLine(new MatryoscopeCommand(messages));
        questions.forEach(question -> line.addSubcommand(question.name(), new AnswerCommand(question).command()));
        line.addSubcommand(ChartsCommand.of(questions));
        line.addSubcommand("report", ReportCommand.spec());
        line.addSubcommand(new CutCommand.Embed());
        line.addSubcommand(new CutCommand.Cut());
        line.addSubcommand(new RotateCommand());
        line.addSubcommand(new SettingsCommand());
        line.addSubcommand(new ModelsCommand());
        line.addSubcommand(new CorporaCommand());
        line.addSubcommand(new ScreenshotCommand(screenshooter));
        line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
        PrintWriter results = new PrintWriter(Visible.writer(out, messages::clear));
        line.setOut(results).setErr(messages.writer()).setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setParameterExceptionHandler((problem, ignored) -> misused(problem, messages));
        line.setExecutionExceptionHandler((failure, command, ignored) -> failed(failure, messages));
        int code = line.execute(args);
        messages.clear();
        // What was found before a failure is written too.
        results.flush();
        // The inner writer keeps its failures to itself; the outer one's are asked too.
        if (code == 0 && (results.checkError() || out.checkError())) {
            messages.fail("standard output: the result cannot be written. Check that the disk has room, and that the "
                    + "program that reads it reads to the end.");
            code = FAILURE;
        }
        err.flush();
        return code;
    }

    private static int misused(ParameterException problem, Messages messages) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        messages.writer()
                .println(command + ": " + Visible.line(Objects.requireNonNullElse(problem.getMessage(), "")) + " ("
                        + command + " --help tells more)");
        return USAGE;
    }

    private static int failed(Exception failure, Messages messages) {
        messages.fail(failure instanceof Problem problem
                ? Objects.requireNonNullElse(problem.getMessage(), "")
                : "this should not have happened: " + Visible.line(failure.toString()) + ". Please report it.");
        return FAILURE;
    }
}
