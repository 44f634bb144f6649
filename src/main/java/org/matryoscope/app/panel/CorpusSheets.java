package org.matryoscope.app.panel;

import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.notice.Notices;
import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Count;
import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.CorpusEdits;
import org.matryoscope.corpus.JsonLinesFile;
import org.matryoscope.corpus.PlainText;

/** Shows the sheets that edit and paste texts, and gives what comes of them to the session. */
public final class CorpusSheets {
    private static final int MOST_EDITED = 100_000;

    private final Session session;
    private final Background files;
    private final Sheets sheets;
    private final Notices notices;
    private final FileDialogs dialogs;
    private final ReadOnlyObjectWrapper<@Nullable Corpus> unapplied = new ReadOnlyObjectWrapper<>(this, "draft", null);

    /**
     * Shows nothing yet.
     *
     * @param session whose corpus is edited
     * @param files writes
     * @param sheets shows the sheets
     * @param notices told of what cannot be done
     * @param dialogs asks where to save
     */
    public CorpusSheets(Session session, Background files, Sheets sheets, Notices notices, FileDialogs dialogs) {
        this.session = session;
        this.files = files;
        this.sheets = sheets;
        this.notices = notices;
        this.dialogs = dialogs;
    }

    /** Opens the present corpus for editing, if there is one. */
    public void edit() {
        Corpus corpus = session.corpus().get();
        if (corpus != null && canEdit(corpus)) {
            edit(new CorpusDraft(corpus, notices::show));
        }
    }

    /** Goes on with texts that were being edited when the app ended. */
    public void resume(Corpus edited) {
        edit(CorpusDraft.resumed(edited, notices::show));
    }

    /** The texts being edited, with the changes that were not applied yet; null where nothing is changed. */
    public ReadOnlyObjectProperty<@Nullable Corpus> draft() {
        return unapplied.getReadOnlyProperty();
    }

    private void edit(CorpusDraft draft) {
        CorpusSheet sheet = new CorpusSheet(draft);
        Button save = SheetButtons.plain("Save as…", "corpus-save", () -> save(draft.corpus().get()));
        Button apply = SheetButtons.confirm("Apply", "corpus-apply", () -> {
            sheets.hide();
            session.replaceCorpus(draft.corpus().get());
        });
        apply.disableProperty().bind(draft.changed().not());
        sheets.showInMiddle("Texts of " + draft.corpus().get().name(), sheet, save, SheetButtons.cancel(sheets::hide),
                apply);
        draft.changed().subscribe(sheets::setPersistent);
        draft.corpus().subscribe(now -> unapplied.set(draft.changed().get() ? now : null));
        sheets.onceHidden(() -> unapplied.set(null));
        sheet.focusFirst();
    }

    /** Asks for pasted texts, for the present corpus or a new one. */
    public void paste() {
        PasteSheet sheet = new PasteSheet();
        Button add = SheetButtons.plain("Add to the corpus", "paste-add", () -> take(sheet.text(), this::add));
        add.disableProperty().bind(sheet.blank().map(blank -> blank || session.corpus().get() == null));
        Button open = SheetButtons.confirm("Open as a new corpus", "paste-open", () -> take(sheet.text(),
                text -> session.openCorpus(new CorpusSource.Typed(PlainText.pasted(text)), "")));
        open.disableProperty().bind(sheet.blank());
        sheets.showInMiddle("Paste texts", sheet, SheetButtons.cancel(sheets::hide), add, open);
        sheet.focusFirst();
    }

    /** Every edit copies the list of documents, on the FX thread: says so where that would be felt. */
    private boolean canEdit(Corpus corpus) {
        int size = corpus.documents().size();
        if (size > MOST_EDITED) {
            notices.show(new Problem("Texts of " + corpus.name(),
                    "%s texts are more than can be edited here (%s)".formatted(Count.of(size), Count.of(MOST_EDITED)),
                    "Edit their file and open it again."));
        }
        return size <= MOST_EDITED;
    }

    private void take(String text, Consumer<String> taker) {
        sheets.hide();
        taker.accept(text);
    }

    private void add(String text) {
        Corpus corpus = session.corpus().get();
        if (corpus != null && canEdit(corpus)) {
            session.replaceCorpus(CorpusEdits.add(corpus, text.lines().toList()));
        }
    }

    private void save(Corpus corpus) {
        dialogs.saveFile(sheets.getScene().getWindow(), "Save texts", corpus.name() + ".jsonl")
                .ifPresent(file -> files.latest("save corpus", "Writing " + file.getFileName(),
                        progress -> JsonLinesFile.write(corpus, file, progress),
                        written -> notices.tell("Saved " + written.getFileName() + ".")));
    }
}
