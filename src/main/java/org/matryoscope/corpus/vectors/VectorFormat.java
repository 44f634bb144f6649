package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

/** How one kind of file is read. What each method promises, {@link VectorFiles} says. */
interface VectorFormat {
    VectorPreview preview(Path path, Reading reading, Progress progress);

    VectorSource open(Path path, VectorChoice choice, Progress progress);

    /** Called only if the choice {@linkplain VectorChoice#hasDocuments() makes documents}. */
    List<Document> documents(Path path, VectorChoice choice, Progress progress);

    /** Called only if the choice names a field of relevance. */
    float[] relevance(Path path, VectorChoice choice, Progress progress);
}
