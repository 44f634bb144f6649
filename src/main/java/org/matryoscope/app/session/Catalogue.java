package org.matryoscope.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.matryoscope.corpus.BuiltInCorpora;
import org.matryoscope.corpus.BuiltInCorpus;
import org.matryoscope.model.BuiltInModels;

/**
 * The models and corpora that come with the app.
 *
 * @param models model folders, sorted by name
 * @param corpora the corpora, the lesson first
 */
public record Catalogue(List<Path> models, List<BuiltInCorpus> corpora) {
    private static final String MATRYOSHKA_TWIN = "minilm-matryoshka";
    private static final String ORDINARY_TWIN = "minilm-ordinary";

    /**
     * Lists them; reads files, so not for the FX thread.
     *
     * @throws org.matryoscope.base.Problem if the installation is damaged
     */
    public static Catalogue read() {
        return new Catalogue(BuiltInModels.folders(), BuiltInCorpora.list());
    }

    /** Returns what to open first: the twins, Matryoshka-trained first. */
    public List<Path> firstModels() {
        return Stream.of(MATRYOSHKA_TWIN, ORDINARY_TWIN)
                .flatMap(name -> models.stream().filter(folder -> folder.endsWith(name)))
                .toList();
    }
}
