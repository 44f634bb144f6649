package org.matryoscope.app;

import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;

import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.header.HeaderActions;
import org.matryoscope.app.panel.CorpusOpener;
import org.matryoscope.app.panel.CorpusSheets;
import org.matryoscope.app.panel.ModelPanel;
import org.matryoscope.app.panel.Sheets;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.session.SharedEncoder;
import org.matryoscope.app.state.Side;
import org.matryoscope.base.Problem;
import org.matryoscope.corpus.CorpusFolder;

/** Opens models and corpora from files, folders, pasted texts and dropped things. */
final class WindowActions implements HeaderActions {
    private final Instrument instrument;
    private final Session session;
    private final FileDialogs dialogs;
    private final Sheets sheets;
    private final CorpusOpener opener;
    private final CorpusSheets corpusSheets;

    WindowActions(Instrument instrument, FileDialogs dialogs, Sheets sheets) {
        this.instrument = instrument;
        this.session = instrument.session();
        this.dialogs = dialogs;
        this.sheets = sheets;
        opener = new CorpusOpener(session, instrument.workers().files(), sheets,
                file -> instrument.preferences().update(settings -> settings.withRecentCorpus(file)));
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
    public void showModel(Side side) {
        SharedEncoder encoder = session.encoder(side).get();
        ModelChoice choice = session.choice(side).get();
        if (encoder == null || choice == null) {
            instrument.notices()
                    .show(new Problem("Model " + side, "there is no model on this side", "Choose a model first."));
            return;
        }
        ModelPanel panel = new ModelPanel(encoder.profile(), choice.overrides(), overrides -> {
            // Out of the way, so that the progress with its cancel button and a failure can be seen.
            sheets.hide();
            session.openModel(side, new ModelChoice(choice.folder(), overrides));
        });
        sheets.showAtSide("Model " + side, panel.content(), panel.reset(), panel.apply());
        panel.focus();
    }

    @Override
    public void chooseCorpus() {
        dialogs.openFile(owner(), "Open texts", "Texts", "*.txt", "*.csv", "*.tsv", "*.jsonl", "*.ndjson")
                .ifPresent(this::openCorpus);
    }

    @Override
    public void openCorpus(Path file) {
        opener.open(file);
    }

    @Override
    public void pasteCorpus() {
        corpusSheets.paste();
    }

    @Override
    public void editCorpus() {
        corpusSheets.edit();
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
