package org.matryoscope.app.session;

import java.nio.file.Path;
import java.util.List;

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

    /** Returns what to open first: both twins, Matryoshka-trained first, where they are there; else the only model. */
    public List<Path> firstModels() {
        List<Path> twins = List.of(MATRYOSHKA_TWIN, ORDINARY_TWIN)
                .stream()
                .flatMap(name -> models.stream().filter(folder -> folder.endsWith(name)))
                .toList();
        return twins.size() == 2 ? twins : models.stream().limit(1).toList();
    }
}
