package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.corpus.SqliteEmbeddingCache;
import org.matryoscope.model.Encoder;
import org.matryoscope.question.Contender;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.AttachedModel;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.study.VectorImport;
import org.matryoscope.study.VectorOrigin;

/** What the options of a command name, opened; closing it frees all. */
final class Opened implements AutoCloseable {
    private final Messages messages;
    private final EmbeddingCache cache;
    private final List<OpenedSide> sides = new ArrayList<>();

    private Opened(Messages messages) {
        this.messages = messages;
        cache = SqliteEmbeddingCache.standard(problem -> messages.warn(String.valueOf(problem.getMessage())));
    }

    /**
     * Opens models and files; texts are encoded later, when they are needed.
     *
     * @param model the first model
     * @param contenders what it is set against
     * @param corpus the texts
     * @param vectors vectors in place of what the model makes of texts
     * @param messages takes warnings, and shows how far the work is
     * @throws org.matryoscope.base.Problem if something cannot be read or does not fit
     */
    static Opened of(ModelOption model, ContendersOption contenders, CorpusOption corpus, VectorsOption vectors,
            Messages messages) {
        Opened opened = new Opened(messages);
        boolean complete = false;
        try {
            opened.open(model, corpus, vectors.request());
            vectors.assumed().ifPresent(messages::note);
            LeftOut.of(opened.sides.getFirst().imported()).ifPresent(out -> messages.warn(out.toString()));
            if (contenders.against() != null) {
                opened.openAgainst(contenders.against());
            }
            complete = true;
            return opened;
        } finally {
            if (!complete) {
                opened.close();
            }
        }
    }

    private void open(ModelOption model, CorpusOption corpus, @Nullable ImportRequest request) {
        CorpusEmbedder embedder = new CorpusEmbedder(cache);
        if (request == null) {
            sides.add(new OpenedSide(Side.A, corpus.read(messages), model.load(messages), embedder, messages));
            return;
        }
        VectorImport imports = new VectorImport(CacheFolders.platform(), VectorImport.DEFAULT_BYTES);
        Progress reading = messages.progress("Reading vectors");
        EmbeddedCorpus texts = corpus.isGiven()
                ? imports.open(request, corpus.read(messages), reading)
                : imports.open(request, reading);
        Encoder encoder = null;
        boolean attached = false;
        try {
            encoder = model.isGiven() ? model.load(messages) : null;
            sides.add(new OpenedSide(Side.A,
                    encoder == null ? texts : AttachedModel.attach(encoder, texts, messages.progress("Encoding texts")),
                    encoder, embedder, messages));
            attached = true;
        } finally {
            if (!attached) {
                texts.store().close();
                if (encoder != null) {
                    encoder.close();
                }
            }
        }
    }

    private void openAgainst(Path folder) {
        sides.add(new OpenedSide(Side.B, sides.getFirst().corpus(), ModelOption.load(folder, messages),
                new CorpusEmbedder(cache), messages));
    }

    /** Returns the texts. */
    Corpus corpus() {
        return sides.getFirst().corpus();
    }

    /** Returns where the first side's vectors come from. */
    VectorOrigin origin() {
        return sides.getFirst().origin();
    }

    /**
     * Returns what is compared: each side through each rotation.
     *
     * @param query the query asked
     * @param rotations the rotations
     * @throws org.matryoscope.base.Problem if the query has no vector, or a rotation does not fit
     */
    List<Contender> contenders(QueryOption.Choice query, List<RotationChoice> rotations) {
        return sides.stream().map(side -> side.subject(query)).flatMap(subject -> seen(subject, rotations)).toList();
    }

    private static Stream<Contender> seen(Subject subject, List<RotationChoice> rotations) {
        RotatedVectors images = RotatedVectors.keptIn(CacheFolders.platform(), VectorImport.DEFAULT_BYTES);
        return rotations.stream().map(rotation -> Contender.of(subject, rotation, images));
    }

    @Override
    public void close() {
        sides.forEach(OpenedSide::close);
        cache.close();
    }
}
