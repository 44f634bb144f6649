package org.matryoscope.app.panel;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.session.Session;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.vectors.Reading;
import org.matryoscope.corpus.vectors.VectorField;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.corpus.vectors.VectorPreview;
import org.matryoscope.question.Side;
import org.matryoscope.study.VectorImport;

/** Opens a user's file of vectors after the user has seen what is in it. What fails leaves all as it was. */
public final class VectorOpener {
    private final Session session;
    private final Background files;
    private final Sheets sheets;
    private final Consumer<Path> onOpened;

    /** What a look into a file brings. */
    private record Look(VectorPreview preview, long freeBytes) {}

    /**
     * Opens nothing yet.
     *
     * @param session given what is to be opened
     * @param files looks into files
     * @param sheets asks for the fields
     * @param onOpened told of each file that the user wants opened
     */
    public VectorOpener(Session session, Background files, Sheets sheets, Consumer<Path> onOpened) {
        this.session = session;
        this.files = files;
        this.sheets = sheets;
        this.onOpened = onOpened;
    }

    /**
     * Looks into a file and asks what to open of it.
     *
     * @param side where to open it
     * @param file any known file of vectors
     */
    public void open(Side side, Path file) {
        look(side, file, Reading.GUESSED);
    }

    private void look(Side side, Path file, Reading reading) {
        files.latest("vectors", "Looking into " + file.getFileName(), progress -> look(file, reading, progress),
                look -> ask(side, look));
    }

    private static Look look(Path file, Reading reading, Progress progress) {
        return new Look(VectorFiles.preview(file, reading, progress),
                VectorImport.freeBytesFor(CacheFolders.platform()));
    }

    private void ask(Side side, Look look) {
        VectorPreview preview = look.preview();
        Path file = preview.file();
        String open = openTexts(side, preview);
        VectorSheet sheet = new VectorSheet(preview, open, side == Side.A, look.freeBytes());
        sheet.setOnReading(reading -> look(side, file, reading));
        sheets.showInMiddle("Vectors of " + file.getFileName() + " on side " + side, sheet,
                SheetButtons.cancel(sheets::hide), SheetButtons.confirm("Open", "vectors-open", () -> {
                    // Out of the way, so that the progress with its cancel button and a failure can be seen.
                    sheets.hide();
                    session.openVectors(side, new VectorsChoice(sheet.request(), sheet.ownCorpus(), null));
                    onOpened.accept(file);
                }));
        sheet.focusFirst();
    }

    /** The open corpus, where the rows may be vectors of its texts: on side B always, on side A if there are, or may be, as many. */
    private @Nullable String openTexts(Side side, VectorPreview preview) {
        Corpus corpus = session.corpus().get();
        if (corpus == null) {
            return null;
        }
        boolean mayBe = preview.fields()
                .stream()
                .filter(field -> field.kind() == VectorField.Kind.VECTORS)
                .anyMatch(field -> field.rows() < 0 || field.rows() == corpus.documents().size());
        return side == Side.B || mayBe ? corpus.name() : null;
    }
}
