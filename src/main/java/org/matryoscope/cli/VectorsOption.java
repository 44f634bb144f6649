package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.vectors.CompanionTexts;
import org.matryoscope.corpus.vectors.Reading;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.corpus.vectors.VectorPreview;
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

    @Option(names = "--separator", paramLabel = "CHARACTER", converter = SeparatorName.class, completionCandidates = SeparatorName.class, description = "The character between the cells of a .csv or .tsv file of vectors, or comma, tab, semicolon, blank. Default: a guess.")
    private @Nullable Character separator;

    @Option(names = "--header", negatable = true, fallbackValue = "true", defaultValue = Option.NULL_VALUE, description = "The first row of the .csv or .tsv file of vectors names its columns, or with --no-header does not. Default: a guess.")
    private @Nullable Boolean header;

    @Option(names = "--table", paramLabel = "NAME", description = "The table of a database of vectors. Default: the first with vectors.")
    private @Nullable String table;

    @Option(names = "--require-vectors", description = "Refuse a file with a row that has no vector; else such rows are left out and named.")
    private boolean requireVectors;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "float32", converter = FormatName.class, completionCandidates = FormatName.class, description = "How the vectors are kept: float32, float16, int8 or binary. Default: ${DEFAULT-VALUE}.")
    private NumberFormat format = NumberFormat.FLOAT32;

    private final List<String> assumed = new ArrayList<>();
    private boolean hasTexts;

    /** Separators as they are written on the command line. */
    static final class SeparatorName implements ITypeConverter<Character>, Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("comma", "tab", "semicolon", "blank").iterator();
        }

        @Override
        public Character convert(String name) {
            return switch (name) {
                case "comma" -> ',';
                case "tab", "\\t" -> '\t';
                case "semicolon" -> ';';
                case "blank" -> ' ';
                default -> {
                    if (name.length() != 1 || name.equals("\"") || name.equals("\n") || name.equals("\r")) {
                        throw new TypeConversionException("“" + name
                                + "” is no separator; choose one character, or comma, tab, semicolon, blank");
                    }
                    yield name.charAt(0);
                }
            };
        }
    }

    /** Number formats as they are written on the command line. */
    static final class FormatName implements ITypeConverter<NumberFormat>, Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(NumberFormat.values()).map(NumberFormat::label).iterator();
        }

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
     * Returns the number format, for a command that writes vectors in it; they are then read in full.
     */
    NumberFormat takeFormat() {
        NumberFormat taken = format;
        format = NumberFormat.FLOAT32;
        return taken;
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
        VectorPreview preview = VectorFiles.preview(named, new Reading(separator, header, table, requireVectors),
                Progress.NONE);
        VectorChoice proposed = preview.proposed();
        assumed.addAll(preview.assumed());
        if (preview.queries() != null) {
            assumed.add("“" + preview.queries() + "” holds queries (--query-vectors " + named + ")");
        }
        hasTexts = text != null || proposed.text() != null;
        if (vectors == null && !proposed.vectors().isEmpty()) {
            assumed.add("vectors are “" + proposed.vectors() + "”");
        }
        if (text == null && proposed.text() != null) {
            assumed.add("texts “" + proposed.text() + "”");
        }
        if (id == null && proposed.id() != null) {
            assumed.add("ids “" + proposed.id() + "”");
        }
        if (labels == null && !proposed.levels().isEmpty()) {
            assumed.add("labels “" + String.join("”, “", proposed.levels()) + "”");
        }
        return new ImportRequest(named,
                new VectorChoice(vectors == null ? proposed.vectors() : vectors, text == null ? proposed.text() : text,
                        id == null ? proposed.id() : id, labels == null ? proposed.levels() : List.copyOf(labels),
                        proposed.relevance(), proposed.reading()),
                format);
    }

    /**
     * Says what was guessed of the file, for standard error.
     *
     * @return one line; empty where nothing was
     */
    Optional<String> assumed() {
        Path named = file;
        if (named != null && !hasTexts) {
            CompanionTexts.of(named)
                    .ifPresent(texts -> assumed
                            .add("no texts, though “" + texts + "” beside it may hold them (--corpus)"));
        }
        return assumed.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: taken so: %s. Options of the command say otherwise.".formatted(file,
                        String.join("; ", assumed)));
    }
}
