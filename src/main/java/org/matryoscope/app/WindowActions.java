package org.matryoscope.app;

import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;

import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.header.HeaderActions;
import org.matryoscope.app.panel.Sheets;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.state.Side;
import org.matryoscope.corpus.CorpusFile;
import org.matryoscope.corpus.CorpusFolder;

/** Opens models and corpora from files, folders, pasted texts and dropped things. */
final class WindowActions implements HeaderActions {
    private final Instrument instrument;
    private final Session session;
    private final FileDialogs dialogs;
    private final Sheets sheets;

    WindowActions(Instrument instrument, FileDialogs dialogs, Sheets sheets) {
        this.instrument = instrument;
        this.session = instrument.session();
        this.dialogs = dialogs;
        this.sheets = sheets;
    }

    @Override
    public void chooseModel(Side side) {
        dialogs.chooseFolder(owner(), "Open model folder").ifPresent(folder -> openModel(side, folder));
    }

    private void openModel(Side side, Path folder) {
        session.openModel(side, ModelChoice.of(folder));
        instrument.preferences().update(settings -> settings.withRecentModel(folder));
    }

    @Override
    public void showModel(Side side) {
    }

    @Override
    public void chooseCorpus() {
        dialogs.openFile(owner(), "Open texts", "Texts", "*.txt", "*.csv", "*.tsv", "*.jsonl", "*.ndjson")
                .ifPresent(this::openCorpus);
    }

    @Override
    public void openCorpus(Path file) {
        session.openCorpus("Reading " + file.getFileName(), progress -> CorpusFile.read(file, null, progress));
        instrument.preferences().update(settings -> settings.withRecentCorpus(file));
    }

    @Override
    public void pasteCorpus() {
    }

    @Override
    public void editCorpus() {
    }

    /** Opens what is dropped on a node: model folders as model A, corpus files and folders. */
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
                .latest("open " + path, "Looking at " + path.getFileName(),
                        progress -> Files.isDirectory(path) && !CorpusFolder.isOne(path), isModel -> {
                            if (isModel) {
                                openModel(Side.A, path);
                            } else {
                                openCorpus(path);
                            }
                        });
    }

    private Window owner() {
        return sheets.getScene().getWindow();
    }
}
