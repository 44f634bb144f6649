package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Lens;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.study.written.FileKind;
import org.matryoscope.study.written.VectorOutput;
import org.matryoscope.vector.NumberFormat;

/** Writes vectors to a file: whole ("embed"), or cut and re-normalised ("cut"). */
@Command(mixinStandardHelpOptions = true)
abstract class CutCommand implements Callable<Integer> {
    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CorpusOption corpus = new CorpusOption();

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write; its ending, .npy, .safetensors, .parquet, .jsonl or .fvecs, is its kind. One that is there is replaced.")
    private Path out = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** Cuts. */
    @Command(name = "cut", description = "Writes the first dimensions of vectors, re-normalised, to a file.")
    static final class Cut extends CutCommand {
        @Option(names = "--dims", paramLabel = "D", required = true, description = "How many dimensions are kept.")
        private int dims;

        @Option(names = "--rotation", paramLabel = "FILE.safetensors", description = "A rotation that is applied before the cut.")
        private @Nullable Path rotation;

        @Override
        int dims(int dimension) {
            return dims;
        }

        @Override
        RotationChoice rotation() {
            return rotation == null ? RotationChoice.AS_IS : RotationChoice.of(rotation);
        }
    }

    /** Writes whole vectors. */
    @Command(name = "embed", description = "Writes the vectors that a model makes of texts to a file.")
    static final class Embed extends CutCommand {
        @Override
        int dims(int dimension) {
            return dimension;
        }

        @Override
        RotationChoice rotation() {
            return RotationChoice.AS_IS;
        }
    }

    /** Returns how many of D dimensions are kept. */
    abstract int dims(int dimension);

    /** Returns what is applied before. */
    abstract RotationChoice rotation();

    @Override
    public final Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        NumberFormat written = vectors.takeFormat();
        FileKind kind = FileKind.of(out, written);
        Messages messages = Messages.of(command);
        try (Opened opened = Opened.of(model, new ContendersOption(), corpus, vectors, messages)) {
            int dimension = opened.origin().dimension();
            int d = dims(dimension);
            if (d < 1 || d > dimension) {
                throw new ParameterException(command.commandLine(),
                        "--dims: " + d + " is not a prefix of " + dimension + " dimensions; choose 1 to " + dimension);
            }
            Contender contender = opened.contenders(new QueryOption.Choice(null, null, null), List.of(rotation()))
                    .getFirst();
            Lens.Seen seen = contender.lens().whole(messages.progress("Mapping vectors"));
            int[] zeros = new VectorOutput(kind, written, d).write(seen.store(), opened.corpus(), out,
                    messages.progress("Writing vectors"));
            command.commandLine()
                    .getOut()
                    .println("%s: %d vectors of %d dimensions, %s".formatted(out, seen.store().rows(), d,
                            written.label()));
            if (zeros.length > 0) {
                messages.warn(out + ": " + zeros(zeros, opened.corpus()));
            }
            if (!kind.holdsTexts() && opened.corpus().hasTexts()) {
                messages.note(out + " holds numbers only; .parquet and .jsonl files hold ids and texts beside them");
            }
        }
        return 0;
    }

    private static String zeros(int[] rows, Corpus corpus) {
        String named = IntStream.of(rows)
                .limit(LeftOut.NAMED)
                .mapToObj(row -> row + " (“" + corpus.documents().get(row).id() + "”)")
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%,d of %,d rows have no direction and were written as zeros: %s%s",
                rows.length, corpus.documents().size(), named, rows.length > LeftOut.NAMED ? ", …" : "");
    }
}
