package org.matryoscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.header.HeaderActions;
import org.matryoscope.app.panel.CorpusOpener;
import org.matryoscope.app.panel.CorpusSheets;
import org.matryoscope.app.panel.ExportSheet;
import org.matryoscope.app.panel.HubOpener;
import org.matryoscope.app.panel.ModelPanel;
import org.matryoscope.app.panel.ServerOpener;
import org.matryoscope.app.panel.Sheets;
import org.matryoscope.app.panel.VectorOpener;
import org.matryoscope.app.panel.VectorsPanel;
import org.matryoscope.app.saved.SavedSession;
import org.matryoscope.app.session.ContenderList;
import org.matryoscope.app.session.EncoderChoice;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.session.SharedEncoder;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.CorpusFolder;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.model.hub.CachedModel;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorOrigin;

/** Opens models, vectors and corpora from files, folders, pasted texts and dropped things. */
final class WindowActions implements HeaderActions {
    private final Instrument instrument;
    private final Session session;
    private final FileDialogs dialogs;
    private final Sheets sheets;
    private final CorpusOpener opener;
    private final VectorOpener vectorOpener;
    private final CorpusSheets corpusSheets;
    private final HubOpener hub;
    private final ServerOpener server;
    private final Consumer<Path> openSession;

    WindowActions(Instrument instrument, FileDialogs dialogs, Sheets sheets, Consumer<Path> openSession) {
        this.instrument = instrument;
        this.openSession = openSession;
        this.session = instrument.session();
        this.dialogs = dialogs;
        this.sheets = sheets;
        opener = new CorpusOpener(session, instrument.workers().files(), sheets,
                file -> instrument.preferences().update(settings -> settings.withRecentCorpus(file)));
        vectorOpener = new VectorOpener(session, instrument.workers().files(), sheets,
                file -> instrument.preferences().update(settings -> settings.withRecentVectors(file)));
        hub = new HubOpener(instrument::hub, instrument.workers().network(), sheets);
        server = new ServerOpener(instrument.workers().network(), sheets);
        corpusSheets = new CorpusSheets(session, instrument.workers().files(), sheets, instrument.notices(), dialogs);
    }

    @Override
    public void chooseModel(Side side) {
        dialogs.chooseFolder(owner(), "Open model folder").ifPresent(folder -> openModel(side, folder));
    }

    /** Opens a folder as it describes itself, also where the user once set something else: a way back that always works. */
    private void openModel(Side side, Path folder) {
        session.openModel(side, ModelChoice.of(folder));
        instrument.preferences().update(settings -> settings.withRecentModel(folder));
    }

    @Override
    public void getModel(Side side) {
        hub.open("Get a model by name for side " + side, folder -> openModel(side, folder));
    }

    @Override
    public void showExport(CachedModel model) {
        ExportSheet.show(model, sheets);
    }

    @Override
    public void chooseServer(Side side) {
        String last = instrument.preferences()
                .settings()
                .get()
                .recentServers()
                .stream()
                .findFirst()
                .map(ServerChoice::address)
                .orElse("");
        server.open("A server of embeddings for side " + side, last, choice -> openServer(side, choice));
    }

    @Override
    public void openServer(Side side, ServerChoice choice) {
        session.openModel(side, choice);
        instrument.preferences().update(settings -> settings.withRecentServer(choice));
    }

    @Override
    public void chooseVectors(Side side) {
        chooseVectorFile("Open vectors").ifPresent(file -> openVectors(side, file));
    }

    @Override
    public void chooseRotation(Side side) {
        dialogs.openFile(owner(), "Open a rotation", "Rotations", "*.safetensors")
                .ifPresent(file -> instrument.contenders()
                        .added()
                        .add(new ContenderList.Added(side, RotationChoice.of(file))));
    }

    @Override
    public void openVectors(Side side, Path file) {
        vectorOpener.open(side, file);
    }

    private Optional<Path> chooseVectorFile(String title) {
        return dialogs.openFile(owner(), title, "Vectors",
                VectorFiles.extensions().stream().map(extension -> "*." + extension).toArray(String[]::new));
    }

    @Override
    public void showModel(Side side) {
        switch (session.choice(side).get()) {
            case EncoderChoice choice -> showModel(side, choice);
            case VectorsChoice choice -> showVectors(side, choice);
            case null -> instrument.notices()
                    .show(new Problem("Model " + side, "there is no model on this side", "Choose a model first."));
        }
    }

    private void showModel(Side side, EncoderChoice choice) {
        SharedEncoder encoder = Objects.requireNonNull(session.encoder(side).get());
        ModelPanel panel = new ModelPanel(encoder.profile(), choice.overrides(), overrides -> {
            // Out of the way, so that the progress with its cancel button and a failure can be seen.
            sheets.hide();
            session.openModel(side, choice.with(overrides));
        });
        sheets.showAtSide("Model " + side, panel.content(), panel.reset(), panel.apply());
        panel.focus();
    }

    private void showVectors(Side side, VectorsChoice choice) {
        EmbeddedCorpus texts = session.texts(side);
        if (texts == null || !(texts.origin() instanceof VectorOrigin.Imported origin)) {
            return;
        }
        VectorsPanel panel = new VectorsPanel(texts, origin, session.queryVectors(side).get(),
                new VectorsPanel.Actions() {
                    @Override
                    public void attach() {
                        dialogs.chooseFolder(owner(), "Attach the model that made the vectors").ifPresent(folder -> {
                            sheets.hide();
                            session.openVectors(side, choice.with(ModelChoice.of(folder)));
                        });
                    }

                    @Override
                    public void detach() {
                        sheets.hide();
                        session.openVectors(side, choice.with(null));
                    }

                    @Override
                    public void openQueries() {
                        chooseVectorFile("Open query vectors").ifPresent(file -> {
                            sheets.hide();
                            session.openQueries(side, file, null);
                        });
                    }
                });
        sheets.showAtSide("Vectors " + side, panel.content(), panel.buttons());
        panel.focus();
    }

    @Override
    public void chooseCorpus() {
        dialogs.openFile(owner(), "Open texts", "Texts", "*.txt", "*.csv", "*.tsv", "*.jsonl", "*.ndjson", "*.gz",
                "*.zst").ifPresent(this::openCorpus);
    }

    /** A file of nothing but numbers holds no texts: it is offered as vectors. */
    @Override
    public void openCorpus(Path file) {
        instrument.workers()
                .files()
                .latest("open " + file, "Looking at " + file.getFileName(),
                        progress -> holdsOnlyVectors(file, progress), vectors -> {
                            if (vectors) {
                                instrument.notices()
                                        .tell(file.getFileName()
                                                + " holds numbers and no texts; here it is as vectors.");
                                openVectors(Side.A, file);
                            } else {
                                opener.open(file);
                            }
                        });
    }

    private static boolean holdsOnlyVectors(Path file, Progress progress) {
        if (Files.isDirectory(file) || !VectorFiles.mayHoldVectors(file)) {
            return false;
        }
        try {
            return VectorFiles.preview(file, progress).proposed().text() == null;
        } catch (Problem noVectors) {
            return false;
        }
    }

    @Override
    public void pasteCorpus() {
        corpusSheets.paste();
    }

    /** Texts that are being edited and were not applied yet, or null. */
    ReadOnlyObjectProperty<@Nullable Corpus> draft() {
        return corpusSheets.draft();
    }

    /** Goes on editing texts. */
    void resumeEditing(Corpus edited) {
        corpusSheets.resume(edited);
    }

    @Override
    public void editCorpus() {
        corpusSheets.edit();
    }

    /** Opens what is dropped on a node: model folders and files of vectors on side A, corpus files and folders. */
    void acceptDrops(Node target) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            event.getDragboard().getFiles().forEach(file -> open(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    /** Opens a dropped file or folder, as what it turns out to be. */
    void open(Path path) {
        instrument.workers()
                .files()
                .latest("open " + path, "Looking at " + path.getFileName(), progress -> kind(path, progress), kind -> {
                    switch (kind) {
                        case MODEL -> openModel(Side.A, path);
                        case VECTORS -> openVectors(Side.A, path);
                        case CORPUS -> openCorpus(path);
                        case SESSION -> openSession.accept(path);
                    }
                });
    }

    private static Kind kind(Path path, Progress progress) {
        if (SavedSession.isOne(path)) {
            return Kind.SESSION;
        }
        if (Files.isDirectory(path)) {
            return CorpusFolder.isOne(path) ? Kind.CORPUS : VectorFiles.isVectorFile(path) ? Kind.VECTORS : Kind.MODEL;
        }
        return VectorFiles.isVectorFile(path) || (VectorFiles.mayHoldVectors(path) && holdsVectors(path, progress))
                ? Kind.VECTORS
                : Kind.CORPUS;
    }

    /** Whether a file that may as well be a table of texts holds vectors. */
    private static boolean holdsVectors(Path path, Progress progress) {
        try {
            VectorFiles.preview(path, progress);
            return true;
        } catch (Problem none) {
            return false;
        }
    }

    /** What a file or folder may turn out to be. */
    private enum Kind {
        MODEL, VECTORS, CORPUS, SESSION
    }

    private Window owner() {
        return sheets.getScene().getWindow();
    }
}
