package org.matryoscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Option;

import org.matryoscope.chart.ChartFile;
import org.matryoscope.chart.ChartTheme;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Question;

/** Draws a question's chart into a file. */
final class ChartCommand extends QuestionCommand {
    private static final Pattern WIDTH = Pattern.compile("([1-9][0-9]{1,3})(mm|px)?");
    private static final double ASPECT = 0.62;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write; its ending, .svg, .pdf or .png, is its format.")
    private Path out = Path.of("");

    @Option(names = "--width", paramLabel = "WIDTH", defaultValue = "160mm", description = "Its width, such as 160mm or 900px. Default: ${DEFAULT-VALUE}.")
    private String width = "160mm";

    @Option(names = "--theme", paramLabel = "THEME", defaultValue = "print", description = "print, light or dark. Default: ${DEFAULT-VALUE}.")
    private Theme theme = Theme.print;

    /** The looks, as they are written on the command line. */
    enum Theme {
        print, light, dark
    }

    ChartCommand(Question question) {
        super(question);
    }

    @Override
    void check() {
        size();
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (ChartFile.ENDINGS.stream().noneMatch(name::endsWith)) {
            throw misused("--out: the file's name must end in " + ChartFile.endings());
        }
        OutFile.check(out);
    }

    @Override
    void give(Asking asking, Answer answer, PrintWriter print) {
        ChartFile.write(answer.chart(asking.choices()), out, size(), theme());
    }

    private ChartFile.Size size() {
        Matcher written = WIDTH.matcher(width);
        if (!written.matches()) {
            throw misused("--width: write it as 160mm or 900px");
        }
        double number = Double.parseDouble(written.group(1));
        return "px".equals(written.group(2))
                ? ChartFile.Size.pixels(number, number * ASPECT)
                : ChartFile.Size.ofMillimetres(number);
    }

    private ChartTheme theme() {
        return switch (theme) {
            case print -> ChartTheme.PRINT;
            case light -> ChartTheme.LIGHT;
            case dark -> ChartTheme.DARK;
        };
    }
}
