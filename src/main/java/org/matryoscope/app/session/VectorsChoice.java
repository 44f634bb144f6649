package org.matryoscope.app.session;

import org.jspecify.annotations.Nullable;

import org.matryoscope.study.ImportRequest;

/**
 * A file of vectors that the user chose.
 *
 * @param request the file, and how to read it
 * @param ownCorpus whether its rows are a corpus of their own, or vectors of the texts that are open
 * @param model the model that made them, to encode queries; null where none is attached
 */
public record VectorsChoice(ImportRequest request, boolean ownCorpus,
        @Nullable ModelChoice model) implements SideChoice {
    @Override
    public String name() {
        return request.name();
    }

    /** Returns the same file as vectors of the texts that are open. */
    public VectorsChoice ofOpenTexts() {
        return new VectorsChoice(request, false, model);
    }

    /** Returns the same vectors with a model that made them, or with none. */
    public VectorsChoice with(@Nullable ModelChoice made) {
        return new VectorsChoice(request, false, made);
    }
}
