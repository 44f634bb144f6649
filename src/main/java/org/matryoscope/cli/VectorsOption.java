package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.vector.NumberFormat;

/** Which file of vectors to study, in place of a model. */
final class VectorsOption {
    @Option(names = "--vectors", paramLabel = "FILE", description = "A file of vectors to study in place of what a model makes of texts. With --corpus they are "
            + "vectors of its texts; with --model that model encodes queries.")
    private @Nullable Path file;

    @Option(names = "--vectors-key", paramLabel = "NAME", description = "The array, key or column of the vectors. Default: a guess.")
    private @Nullable String vectors;

    @Option(names = "--text-key", paramLabel = "NAME", description = "The array, key or column of the texts beside the vectors. Default: a guess.")
    private @Nullable String text;

    @Option(names = "--id-key", paramLabel = "NAME", description = "The array, key or column of the ids. Default: a guess.")
    private @Nullable String id;

    @Option(names = "--label-keys", paramLabel = "NAME", split = ",", description = "The arrays, keys or columns of the labels, coarse to fine. Default: a guess.")
    private @Nullable List<String> labels;

    @Option(names = "--format", paramLabel = "NAME", defaultValue = "float32", converter = FormatName.class, description = "How the vectors are kept: float32, float16, int8 or binary. Default: ${DEFAULT-VALUE}.")
    private NumberFormat format = NumberFormat.FLOAT32;

    /** Number formats as they are written on the command line. */
    static final class FormatName implements ITypeConverter<NumberFormat> {
        @Override
        public NumberFormat convert(String name) {
            return Stream.of(NumberFormat.values())
                    .filter(format -> format.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no format “" + name + "”; choose float32, float16, int8 or binary"));
        }
    }

    /**
     * Looks into the file and returns what to open of it; null where no file is named.
     *
     * @throws org.matryoscope.base.Problem if it cannot be read or holds no vectors
     */
    @Nullable
    ImportRequest request() {
        Path named = file;
        if (named == null) {
            return null;
        }
        VectorChoice proposed = VectorFiles.preview(named, Progress.NONE).proposed();
        return new ImportRequest(named,
                new VectorChoice(vectors == null ? proposed.vectors() : vectors, text == null ? proposed.text() : text,
                        id == null ? proposed.id() : id, labels == null ? proposed.levels() : List.copyOf(labels),
                        proposed.relevance()),
                format);
    }
}
