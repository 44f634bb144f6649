package org.matryoscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.matryoscope.base.Progress;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.adapted.AdaptedCard;
import org.matryoscope.model.adapted.AdaptedFolder;
import org.matryoscope.model.adapted.AdaptedOnnx;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Reply;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Unanswered;
import org.matryoscope.question.lab.LabAnswer;
import org.matryoscope.question.lab.LabCard;
import org.matryoscope.question.lab.LabQuestion;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationFile;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.written.RotationArray;

/** Fits principal axes, or trains a map, and gives it away: in a file, or as a model. */
@Command(name = "rotate", mixinStandardHelpOptions = true, description = "Makes prefixes better by a linear map, fitted or trained on your texts, and writes it to a file or as a model.")
final class RotateCommand implements Callable<Integer> {
    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CorpusOption corpus = new CorpusOption();

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

    @Option(names = "--fit", paramLabel = "pca|lab", required = true, description = "Whether the principal axes of all texts are fitted, or a map is trained on a part of them.")
    private Fit fit = Fit.pca;

    @Option(names = "--learn", paramLabel = "any|labels|queries|pairs|corpus", description = "What a map is trained on. Default: the first of labels, judged queries, pairs that there is, else the texts alone.")
    private String learn = "any";

    @Option(names = "--dims", paramLabel = "D,…", description = "Prefix lengths at which a map is trained. Default: powers of two from 8, and all.")
    private String dims = "";

    @Option(names = "--steps", paramLabel = "N", description = "How many steps are made at most. Default: 600.")
    private String steps = "600";

    @Option(names = "--seed", paramLabel = "N", description = "Decides how texts are dealt out and batches drawn. Default: 1.")
    private String seed = "1";

    @Option(names = "--onnx", description = "Writes a model whose ONNX file holds the map, for programs that do not run modules.")
    private boolean onnx;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "A new folder for the model; or the name of a file for the map alone, which ends in .safetensors or .npy.")
    private Path out = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** What makes the map. */
    enum Fit {
        /** Principal axes. */
        pca,
        /** Training. */
        lab
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        String name = out.toString().toLowerCase(Locale.ROOT);
        boolean safetensors = name.endsWith(".safetensors");
        boolean array = name.endsWith(".npy");
        boolean folder = !safetensors && !array;
        if (folder && (vectors.request() != null || model.isServer())) {
            throw new ParameterException(command.commandLine(),
                    "--out: only a model that is a folder can be written as one; choose a file's name that ends in .safetensors or .npy");
        }
        if (!folder) {
            OutFile.check(out);
        }
        Choices choices = choices(command);
        Messages messages = Messages.of(command);
        PrintWriter print = command.commandLine().getOut();
        try (Opened opened = Opened.of(model, new ContendersOption(), corpus, vectors, messages)) {
            Contender contender = opened
                    .contenders(new QueryOption.Choice(null, null, null), List.of(RotationChoice.AS_IS))
                    .getFirst();
            Made made = make(new Asking(List.of(contender), List.of(), true, choices), opened.corpus().name(),
                    messages);
            made.measured().forEach(print::println);
            Progress writing = messages.progress("Writing the model");
            if (safetensors) {
                RotationFile.save(made.map(), out);
            } else if (array) {
                RotationArray.write(made.map(), out);
                print.println();
                print.println(RotationArray.python(out));
            } else if (onnx) {
                AdaptedOnnx.write(model.folder(), ModelOverrides.NONE, made.map(), made.card(), out, writing);
            } else {
                AdaptedFolder.write(model.folder(), ModelOverrides.NONE, made.map(), made.card(), out, writing);
            }
            print.println(out + ": " + made.card().kind().label() + " of " + made.map().dimension()
                    + " dimensions, made from " + made.card().training() + " vectors");
        }
        return 0;
    }

    /**
     * A map, and what is known of it.
     *
     * @param map the map
     * @param card what a model's card says
     * @param measured what is found, in lines
     */
    private record Made(Rotation map, AdaptedCard card, List<String> measured) {}

    private Made make(Asking asking, String source, Messages messages) {
        String name = String.valueOf(out.getFileName());
        if (fit == Fit.lab) {
            LabAnswer answer = answer(new LabQuestion().ask(asking, messages.progress("Training")));
            return new Made(answer.map(), LabCard.ofTrained(answer, name, source), lines(answer, asking));
        }
        Contender pca = asking.first().through(RotationChoice.of(RotationKind.PCA));
        Rotation map = pca.lens().whole(messages.progress("Fitting")).rotation();
        return switch (LabQuestion.measurePca(asking, messages.progress("Measuring"))) {
            case LabAnswer answer -> new Made(map, LabCard.ofPca(answer, name, source, map.fittedRows()), List.of());
            default -> new Made(map, new AdaptedCard(name, AdaptedCard.Kind.PCA, source, map.fittedRows(), 0, 0,
                    List.of(), 0, List.of(), List.of()), List.of());
        };
    }

    private static List<String> lines(LabAnswer answer, Asking asking) {
        return List.of(answer.finding(asking.choices()).text(), answer.measuredOn());
    }

    private static LabAnswer answer(Reply reply) {
        return switch (reply) {
            case LabAnswer answer -> answer;
            case Unanswered none -> throw none.problem();
            default -> throw new IllegalStateException("the Lab gives its own answers");
        };
    }

    private Choices choices(CommandSpec command) {
        Choices choices = Choices.INITIAL;
        choices = parsed(command, choices, LabQuestion.LEARN, "--learn", learn);
        choices = parsed(command, choices, LabQuestion.AT, "--dims", dims);
        choices = parsed(command, choices, LabQuestion.STEPS, "--steps", steps);
        return parsed(command, choices, LabQuestion.SEED, "--seed", seed);
    }

    private static <T> Choices parsed(CommandSpec command, Choices choices, org.matryoscope.question.Option<T> option,
            String name, String text) {
        try {
            return choices.parsed(option, text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), name + ": " + e.getMessage(), e);
        }
    }
}
