package org.matryoscope.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.BuiltInCorpora;
import org.matryoscope.corpus.ColumnChoice;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.CorpusFile;
import org.matryoscope.corpus.TableFile;
import org.matryoscope.corpus.TableFormat;

/** Where the corpus that is open came from, so that it can be opened again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = CorpusSource.BuiltIn.class, name = "built-in"),
        @JsonSubTypes.Type(value = CorpusSource.File.class, name = "file"),
        @JsonSubTypes.Type(value = CorpusSource.Typed.class, name = "typed")})
public sealed interface CorpusSource {
    /**
     * Reads it again; not for the FX thread.
     *
     * @param progress told of the work; cancels
     * @throws org.matryoscope.base.Problem if it cannot be read
     */
    Corpus read(Progress progress);

    /** Returns the same as it is now: a file that was changed since is another source. Asks the disk, so not for the FX thread. */
    default CorpusSource now() {
        return this;
    }

    /** Returns a name to say what is being read. */
    String name();

    /**
     * One that comes with the app.
     *
     * @param id its id
     */
    record BuiltIn(String id) implements CorpusSource {
        @Override
        public Corpus read(Progress progress) {
            return BuiltInCorpora.load(id);
        }

        @Override
        public String name() {
            return id;
        }
    }

    /**
     * A file or folder.
     *
     * @param path where
     * @param format of a table; null for texts and folders
     * @param columns of a table; null for texts and folders
     * @param state its size and time of change when it was opened, so that a change is noticed
     */
    record File(Path path, @Nullable TableFormat format, @Nullable ColumnChoice columns,
            String state) implements CorpusSource {
        /** A file of texts, or a corpus folder. */
        public static File of(Path path) {
            return new File(path, null, null, stateOf(path));
        }

        /** A table. */
        public static File of(Path path, TableFormat format, ColumnChoice columns) {
            return new File(path, format, columns, stateOf(path));
        }

        @Override
        public Corpus read(Progress progress) {
            return format == null || columns == null
                    ? CorpusFile.read(path, null, progress)
                    : TableFile.read(path, format, columns, progress);
        }

        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public CorpusSource now() {
            return new File(path, format, columns, stateOf(path));
        }

        private static String stateOf(Path path) {
            try {
                return Files.size(path) + " " + Files.getLastModifiedTime(path);
            } catch (IOException e) {
                return "";
            }
        }
    }

    /**
     * Texts that are in no file: edited or pasted.
     *
     * @param corpus the corpus itself
     */
    record Typed(Corpus corpus) implements CorpusSource {
        @Override
        public Corpus read(Progress progress) {
            return corpus;
        }

        @Override
        public String name() {
            return corpus.name();
        }
    }
}
