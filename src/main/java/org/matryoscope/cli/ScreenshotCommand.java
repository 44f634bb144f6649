package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.matryoscope.study.ImportRequest;

/** Renders a view into a file. */
@Command(name = "screenshot", mixinStandardHelpOptions = true, description = "Renders a view of the window into a PNG file, without a display.")
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})[x×]([0-9]{1,5})");
    private static final int SMALLEST = 320;
    private static final int LARGEST = 8000;

    private final Screenshooter screenshooter;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CorpusOption corpus = new CorpusOption();

    @Option(names = "--view", paramLabel = "NAME", required = true, description = "The view, by its name as a command: verdict, scores, energy, …")
    private String view = "";

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1280x800", description = "Pixels. Default: ${DEFAULT-VALUE}.")
    private String size = "1280x800";

    @Option(names = "--theme", paramLabel = "THEME", defaultValue = "light", description = "light or dark. Default: ${DEFAULT-VALUE}.")
    private Theme theme = Theme.light;

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

    @Mixin
    private final QueryOption query = new QueryOption();

    @Option(names = "--against", paramLabel = "DIR", description = "The folder of a second model, side B.")
    private @Nullable Path against;

    @Option(names = "--d", paramLabel = "D", description = "The prefix length at which the window stands.")
    private @Nullable Integer d;

    /** The themes, as they are written on the command line. */
    enum Theme {
        light, dark
    }

    ScreenshotCommand(Screenshooter screenshooter) {
        this.screenshooter = screenshooter;
    }

    @Override
    public Integer call() {
        if (!screenshooter.views().contains(view)) {
            throw misused(
                    "--view: there is no “" + view + "”; choose one of " + String.join(", ", screenshooter.views()));
        }
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw misused("--out: the file's name must end in .png");
        }
        if (d != null && d < 1) {
            throw misused("--d: choose 1 or more");
        }
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches()) {
            throw misused("--size: write it as 1280x800");
        }
        int width = edge(pixels.group(1));
        int height = edge(pixels.group(2));
        OutFile.check(out);
        QueryOption.Choice asked = query.choice(this::misused);
        ImportRequest request = vectors.request();
        Messages messages = Messages.of(Objects.requireNonNull(spec));
        vectors.assumed().ifPresent(messages::note);
        screenshooter.shoot(new ScreenshotRequest(view, out, width, height, theme == Theme.dark,
                request == null || model.isGiven() ? model.folder() : null, request,
                request == null || corpus.isGiven() ? corpus.read(messages) : null, asked.text(), asked.row(),
                asked.vectors(), d, against));
        return 0;
    }

    private int edge(String digits) {
        int edge = Integer.parseInt(digits);
        if (edge < SMALLEST || edge > LARGEST) {
            throw misused("--size: each side must be " + SMALLEST + " to " + LARGEST + " pixels");
        }
        return edge;
    }

    private ParameterException misused(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
