package org.matryoscope.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.BuiltInCorpora;
import org.matryoscope.corpus.ColumnChoice;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.CorpusFile;
import org.matryoscope.corpus.TableFile;
import org.matryoscope.corpus.TableFormat;
import org.matryoscope.corpus.TablePreview;

/** Which texts to study. */
final class CorpusOption {
    @Option(names = "--corpus", paramLabel = "FILE", description = "A .txt, .csv, .tsv or .jsonl file, a corpus folder, or the name of a built-in corpus: lesson, encyclopedia, "
            + "help-desk. Default: lesson, or the texts in the file of vectors.")
    private @Nullable Path corpus;

    @Option(names = "--encoding", paramLabel = "NAME", description = "The file's encoding. Default: by its byte order mark, else UTF-8.")
    private @Nullable Charset encoding;

    @Option(names = "--text-column", paramLabel = "NAME", description = "The column or key of the texts. Default: a guess.")
    private @Nullable String text;

    @Option(names = "--id-column", paramLabel = "NAME", description = "The column or key of the ids. Default: a guess.")
    private @Nullable String id;

    @Option(names = "--label-columns", paramLabel = "NAME", split = ",", description = "The columns or keys of the labels, coarse to fine. Default: a guess.")
    private @Nullable List<String> labels;

    /** Says whether one is named. */
    boolean isGiven() {
        return corpus != null;
    }

    /**
     * Reads it.
     *
     * @param messages shows how far that is
     */
    Corpus read(Messages messages) {
        Progress reading = messages.progress("Reading texts");
        Path path = Objects.requireNonNullElse(corpus, Path.of("lesson"));
        String name = path.toString();
        if (BuiltInCorpora.ids().contains(name) && !Files.exists(path)) {
            return BuiltInCorpora.load(name);
        }
        if (text == null && id == null && labels == null) {
            return CorpusFile.read(path, encoding, reading);
        }
        TablePreview preview = TablePreview.of(path, TableFormat.detect(path, encoding));
        return TableFile.read(path, preview.format(), chosen(preview.proposed()), reading);
    }

    private ColumnChoice chosen(ColumnChoice proposed) {
        return new ColumnChoice(text == null ? proposed.text() : text, id == null ? proposed.id() : id,
                labels == null ? proposed.levels() : List.copyOf(labels));
    }
}
