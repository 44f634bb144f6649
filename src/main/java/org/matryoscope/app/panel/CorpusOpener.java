package org.matryoscope.app.panel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.ColumnChoice;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.CorpusFile;
import org.matryoscope.corpus.TableFile;
import org.matryoscope.corpus.TableFormat;
import org.matryoscope.corpus.TablePreview;

/** Opens a user's corpus: plain text at once, a table after the user has seen its columns. What fails leaves all as it was. */
public final class CorpusOpener {
    /** The session's slot for corpora: whatever is opened later replaces what is still being read. */
    private static final String SLOT = "corpus";

    /** What a look into a file brings. */
    private sealed interface Found {
        record Texts(Corpus corpus, CorpusSource source) implements Found {}

        record Table(TablePreview preview) implements Found {}
    }

    private final Session session;
    private final Background files;
    private final Sheets sheets;
    private final Consumer<Path> onOpened;

    /**
     * Opens nothing yet.
     *
     * @param session given what was opened
     * @param files reads
     * @param sheets asks for the columns
     * @param onOpened told of each file that was opened
     */
    public CorpusOpener(Session session, Background files, Sheets sheets, Consumer<Path> onOpened) {
        this.session = session;
        this.files = files;
        this.sheets = sheets;
        this.onOpened = onOpened;
    }

    /**
     * Opens a corpus file or folder.
     *
     * @param path a .txt, .csv, .tsv or .jsonl file, or a corpus folder
     */
    public void open(Path path) {
        files.latest(SLOT, title(path), progress -> look(path, progress), found -> {
            switch (found) {
                case Found.Texts texts -> use(path, texts);
                case Found.Table table -> askForColumns(path, table.preview());
            }
        });
    }

    private static Found look(Path path, Progress progress) {
        if (!Files.isDirectory(path) && CorpusFile.kind(path) != CorpusFile.Kind.TEXT) {
            TablePreview preview = TablePreview.of(path, TableFormat.detect(path, null));
            if (!CorpusFile.holdsPairs(preview)) {
                return new Found.Table(preview);
            }
        }
        return new Found.Texts(CorpusFile.read(path, null, progress), CorpusSource.File.of(path));
    }

    private void askForColumns(Path path, TablePreview preview) {
        ColumnSheet sheet = new ColumnSheet(preview);
        sheet.setOnFormat(format -> files.latest(SLOT, title(path), progress -> TablePreview.of(path, format),
                again -> askForColumns(path, again)));
        sheets.showInMiddle("Columns of " + path.getFileName(), sheet, SheetButtons.cancel(sheets::hide),
                SheetButtons.confirm("Open", "columns-open", () -> read(path, preview.format(), sheet.choice())));
        sheet.focusFirst();
    }

    private void read(Path path, TableFormat format, ColumnChoice choice) {
        // The sheet stays until the file is read: another choice of columns may be the remedy of what fails.
        files.latest(SLOT, title(path), progress -> new Found.Texts(TableFile.read(path, format, choice, progress),
                CorpusSource.File.of(path, format, choice)), texts -> {
                    sheets.hide();
                    use(path, texts);
                });
    }

    private void use(Path path, Found.Texts texts) {
        session.useCorpus(texts.corpus(), texts.source(), "");
        onOpened.accept(path);
    }

    private static String title(Path path) {
        return "Reading " + path.getFileName();
    }
}
