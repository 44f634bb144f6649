package org.matryoscope.app.session;

import java.lang.ref.Cleaner;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.study.AttachedModel;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorImport;

/** Opens files of vectors, and checks the model that is attached to them. */
public final class VectorOpening {
    /** Frees vectors when nothing shows or scans them any more: who still does is known to the garbage collector only. */
    private static final Cleaner STORES = Cleaner.create();

    private final VectorImport imports;
    private final ModelSource models;

    /**
     * Opens nothing yet.
     *
     * @param imports reads the files
     * @param models loads attached models
     */
    public VectorOpening(VectorImport imports, ModelSource models) {
        this.imports = imports;
        this.models = models;
    }

    /**
     * What was opened.
     *
     * @param texts the corpus and its vectors
     * @param encoder the attached model; null where there is none
     */
    record Opened(EmbeddedCorpus texts, @Nullable SharedEncoder encoder) {}

    /** Frees a corpus's vectors when nothing uses them any more. */
    static EmbeddedCorpus watched(EmbeddedCorpus texts) {
        STORES.register(texts, texts.store()::close);
        return texts;
    }

    /**
     * Opens a file; not for the FX thread.
     *
     * @param choice the file
     * @param corpus the texts that are open, if any
     * @param progress told of the work; cancels
     * @throws org.matryoscope.base.Problem if the file cannot be read or does not fit, or the model did not make it
     */
    Opened open(VectorsChoice choice, @Nullable Corpus corpus, Progress progress) {
        EmbeddedCorpus texts = choice.ownCorpus() || corpus == null
                ? imports.open(choice.request(), progress)
                : imports.open(choice.request(), corpus, progress);
        SharedEncoder encoder = null;
        boolean fits = false;
        try {
            if (choice.model() != null) {
                encoder = new SharedEncoder(models.load(choice.model(), progress));
                texts = AttachedModel.attach(encoder, texts, progress);
            }
            fits = true;
            return new Opened(watched(texts), encoder);
        } finally {
            if (!fits) {
                texts.store().close();
                if (encoder != null) {
                    encoder.close();
                }
            }
        }
    }
}
