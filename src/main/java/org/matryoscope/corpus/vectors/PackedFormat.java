package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

/**
 * Reads compressed files whose kind is read at any place, from {@linkplain Unpacked a copy}; messages name the file itself.
 *
 * @param inner how their content is read
 */
record PackedFormat(VectorFormat inner) implements VectorFormat {
    @Override
    public VectorPreview preview(Path path, Reading reading, Progress progress) {
        Path file = Unpacked.of(path, progress);
        return naming(path, file, () -> {
            VectorPreview found = inner.preview(file, reading, progress);
            return new VectorPreview(path, found.fields(), found.proposed(), found.firstRows(),
                    found.notes().stream().map(note -> note.replace(file.toString(), path.toString())).toList(),
                    found.queries(), found.tables(), found.assumed());
        });
    }

    @Override
    public VectorSource open(Path path, VectorChoice choice, Progress progress) {
        Path file = Unpacked.of(path, progress);
        return naming(path, file, () -> new Named(path, file, inner.open(file, choice, progress)));
    }

    @Override
    public List<Document> documents(Path path, VectorChoice choice, Progress progress) {
        Path file = Unpacked.of(path, progress);
        return naming(path, file, () -> inner.documents(file, choice, progress));
    }

    @Override
    public float[] relevance(Path path, VectorChoice choice, Progress progress) {
        Path file = Unpacked.of(path, progress);
        return naming(path, file, () -> inner.relevance(file, choice, progress));
    }

    private static <T> T naming(Path path, Path copy, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            throw new Problem(problem.where().replace(copy.toString(), path.toString()),
                    problem.what().replace(copy.toString(), path.toString()), problem.remedy(), problem);
        }
    }

    /** The vectors of a copy. */
    private record Named(Path path, Path copy, VectorSource inner) implements VectorSource {
        @Override
        public int rows() {
            return inner.rows();
        }

        @Override
        public int dimension() {
            return inner.dimension();
        }

        @Override
        public void read(Progress progress, BlockSink sink) {
            naming(path, copy, () -> {
                inner.read(progress, sink);
                return true;
            });
        }

        @Override
        public BitSet withoutVector() {
            return inner.withoutVector();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
