package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

/** Reads files of arrays, whatever their container. */
final class ArrayFormat implements VectorFormat {
    private final Opener opener;

    /** Opens a kind of container. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens a file and checks what its headers say.
         *
         * @throws IOException if it cannot be read
         * @throws Problem if its headers lie
         */
        ArrayFile open(Path path) throws IOException;
    }

    ArrayFormat(Opener opener) {
        this.opener = opener;
    }

    @Override
    public VectorPreview preview(Path path, Reading reading, Progress progress) {
        try (ArrayFile file = opened(path)) {
            return ArrayPreview.of(path, file, progress);
        }
    }

    @Override
    public VectorSource open(Path path, VectorChoice choice, Progress progress) {
        ArrayFile file = opened(path);
        try {
            return new StreamedVectors(file, find(path, file, choice.vectors()));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public List<Document> documents(Path path, VectorChoice choice, Progress progress) {
        try (ArrayFile file = opened(path)) {
            int rows = find(path, file, choice.vectors()).asVectors().rows();
            List<String> texts = optionalColumn(path, file, choice.text(), rows, progress);
            List<String> ids = optionalColumn(path, file, choice.id(), rows, progress);
            List<List<String>> levels = choice.levels()
                    .stream()
                    .map(level -> column(path, file, level, rows).texts(rows, progress))
                    .toList();
            Documents documents = new Documents(path, ids != null);
            for (int row = 0; row < rows; row++) {
                int at = row;
                documents.add(texts == null ? "" : texts.get(row), ids == null ? "" : ids.get(row),
                        levels.stream().map(level -> level.get(at).strip()).toList());
            }
            return documents.list();
        }
    }

    @Override
    public float[] relevance(Path path, VectorChoice choice, Progress progress) {
        try (ArrayFile file = opened(path)) {
            int rows = find(path, file, choice.vectors()).asVectors().rows();
            return choice.relevance() == null
                    ? new float[0]
                    : column(path, file, choice.relevance(), rows).numbers(progress);
        }
    }

    private static @Nullable List<String> optionalColumn(Path path, ArrayFile file, @Nullable String name, int rows,
            Progress progress) {
        return name == null ? null : column(path, file, name, rows).texts(rows, progress);
    }

    private static ArrayColumn column(Path path, ArrayFile file, String name, int rows) {
        return new ArrayColumn(file, find(path, file, name).asColumn(rows));
    }

    private static StoredArray find(Path path, ArrayFile file, String name) {
        for (StoredArray array : file.arrays()) {
            if (array.name().equals(name)) {
                return array;
            }
        }
        Problem reason = file.unreadable().get(name);
        if (reason != null) {
            throw reason;
        }
        throw new Problem(path.toString(), "there is no array “" + name + "”",
                "Choose one of " + String.join(", ", file.arrays().stream().map(StoredArray::name).toList()) + ".");
    }

    private ArrayFile opened(Path path) {
        try {
            return opener.open(path);
        } catch (IOException e) {
            throw StreamedVectors.unreadable(path.toString(), e);
        }
    }
}
