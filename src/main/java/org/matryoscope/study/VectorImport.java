package org.matryoscope.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Count;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.CorpusFile;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.corpus.NumberedDocuments;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.corpus.vectors.VectorSource;
import org.matryoscope.vector.StoreFile;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/**
 * Opens files of vectors. The first time a file is read in a stream into a memory-mapped file of columns in the cache; after
 * that, as long as it is not changed, only that is opened.
 */
public final class VectorImport {
    /** What imported files, and what rotated vectors, may take together unless told otherwise. */
    public static final long DEFAULT_BYTES = 40_000_000_000L;

    private final StoreFolder folder;

    /**
     * Imports into a folder.
     *
     * @param cache the cache's folder; imported files go into a folder of their own in it
     * @param limit the bytes they may take together; those used longest ago go first
     */
    public VectorImport(Path cache, long limit) {
        this(cache, limit, VectorImport::freeBytesFor);
    }

    VectorImport(Path cache, long limit, ToLongFunction<Path> freeBytes) {
        folder = new StoreFolder(cache.resolve("vectors"), limit, freeBytes);
    }

    /**
     * Returns how much may be written on the disk of a folder.
     *
     * @param folder need not be there yet
     */
    public static long freeBytesFor(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }

    /**
     * Opens a file as a corpus of its own: with the texts, ids and labels chosen, with those of the file of texts named beside it,
     * or with numbered rows where there are none.
     *
     * @param request the file
     * @param progress told in rows; cancels, and then leaves nothing behind
     * @return the corpus and its vectors; its store is the caller's to close
     * @throws Problem if the file cannot be read as chosen, or the disk has no room
     */
    public EmbeddedCorpus open(ImportRequest request, Progress progress) {
        Path texts = request.texts();
        if (texts != null) {
            return open(request, CorpusFile.read(texts, null, Share.of(progress, 0, 0.1)), Share.of(progress, 0.1, 1));
        }
        VectorStore store = store(request, null, rows -> {
        }, Share.of(progress, 0, 0.9));
        return finished(store, () -> {
            Corpus corpus = corpus(request, store.rows(), documents(request, Share.of(progress, 0.9, 1)));
            return new EmbeddedCorpus(VectorOrigin.Imported.of(request, store), corpus, store, new int[0]);
        });
    }

    /**
     * Opens a file as vectors of given texts. Rows are matched by their ids where the corpus knows them, else by their order.
     *
     * @param request the file
     * @param corpus the texts
     * @param progress told in rows; cancels, and then leaves nothing behind
     * @return the corpus given and its vectors; its store is the caller's to close
     * @throws Problem if the file cannot be read as chosen, does not fit the texts, or the disk has no room
     */
    public EmbeddedCorpus open(ImportRequest request, Corpus corpus, Progress progress) {
        VectorChoice choice = request.choice();
        List<Document> own = choice.text() == null && choice.id() == null
                ? List.of()
                : documents(request, Share.of(progress, 0, 0.1)).documents();
        int[] order = own.isEmpty()
                ? null
                : RowMatch.of(request.file(), own, choice.id() != null, choice.text() != null, corpus);
        VectorStore store = store(request, order, rows -> RowMatch.requireSameSize(request.file(), rows, corpus),
                Share.of(progress, 0.1, 1));
        return new EmbeddedCorpus(VectorOrigin.Imported.of(request, store), corpus, store, new int[0]);
    }

    private VectorStore store(ImportRequest request, int @Nullable [] order, IntConsumer check, Progress progress) {
        Path kept = folder.file(request.file(), ".columns", request.choice().vectors(),
                request.choice().reading().toString(), request.format().label(),
                order == null ? "" : Arrays.toString(order));
        VectorStore store = folder.has(kept) ? openOrDiscard(kept) : null;
        if (store == null) {
            try (VectorSource source = VectorFiles.open(request.file(), request.choice())) {
                check.accept(source.rows());
                folder.write(kept, StoreFile.bytesToWrite(source.rows(), source.dimension(), request.format()),
                        target -> fill(source, order, target, request, progress));
            }
        }
        VectorStore opened = store == null ? StoreFile.open(kept) : store;
        return finished(opened, () -> {
            check.accept(opened.rows());
            if (opened.includedRows() == 0) {
                throw new Problem(request.file().toString(),
                        "no row can be compared with another: " + opened.excluded().getFirst().reason() + " in row 1",
                        "Choose another field, or export the vectors again.");
            }
            return opened;
        });
    }

    /** Null where the file is damaged, which is then removed. */
    private @Nullable VectorStore openOrDiscard(Path kept) {
        try {
            return StoreFile.open(kept);
        } catch (Problem damaged) {
            folder.discard(kept);
            return null;
        }
    }

    private static void fill(VectorSource source, int @Nullable [] order, Path target, ImportRequest request,
            Progress progress) {
        int dimension = source.dimension();
        try (VectorStoreBuilder builder = StoreFile.create(target, source.rows(), dimension, request.format())) {
            source.read(Share.of(progress, 0, 0.8), (first, count, block) -> {
                if (order == null) {
                    builder.putBlock(first, count, block);
                    return;
                }
                for (int i = 0; i < count; i++) {
                    builder.put(order[first + i], Arrays.copyOfRange(block, i * dimension, (i + 1) * dimension));
                }
            });
            source.withoutVector()
                    .stream()
                    .forEach(row -> builder.explain(order == null ? row : order[row], "the file has no vector for it"));
            builder.build(Share.of(progress, 0.8, 1)).close();
        }
    }

    private DocumentFile.Content documents(ImportRequest request, Progress progress) {
        VectorChoice choice = request.choice();
        if (!choice.hasDocuments() && choice.relevance() == null) {
            return new DocumentFile.Content(List.of(), new float[0]);
        }
        Path kept = folder.file(request.file(), ".documents", choice.toString());
        if (folder.has(kept)) {
            try {
                return DocumentFile.read(kept, progress);
            } catch (IOException damaged) {
                folder.discard(kept);
            }
        }
        DocumentFile.Content content = new DocumentFile.Content(VectorFiles.documents(request.file(), choice, progress),
                VectorFiles.relevance(request.file(), choice, progress));
        folder.write(kept, 0, target -> DocumentFile.write(target, content, progress));
        return content;
    }

    private static Corpus corpus(ImportRequest request, int rows, DocumentFile.Content content) {
        VectorChoice choice = request.choice();
        List<Document> documents = content.documents().isEmpty()
                ? new NumberedDocuments(rows)
                : content.documents().stream().map(VectorImport::shown).toList();
        Map<Integer, Integer> grades = new HashMap<>();
        for (int row = 0; row < content.relevance().length; row++) {
            if (Float.isFinite(content.relevance()[row])) {
                grades.put(row, Math.round(content.relevance()[row]));
            }
        }
        List<JudgedQuery> queries = choice.relevance() == null
                ? List.of()
                : List.of(new JudgedQuery(choice.relevance(), choice.relevance(), Map.copyOf(grades)));
        return new Corpus(request.name(), Count.of(rows) + " rows of vectors.", choice.levels(), documents, queries);
    }

    /** A row that has no text is shown by its id. */
    private static Document shown(Document document) {
        return document.text().isBlank() ? new Document(document.id(), document.id(), document.labels()) : document;
    }

    private static <T> T finished(VectorStore store, Supplier<T> rest) {
        boolean done = false;
        try {
            T result = rest.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                store.close();
            }
        }
    }
}
