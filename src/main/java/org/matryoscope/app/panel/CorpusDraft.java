package org.matryoscope.app.panel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.CorpusEdits;
import org.matryoscope.corpus.Document;

/** A corpus under the user's hands; nobody else sees the changes until they are applied. Lives on the FX thread. */
final class CorpusDraft {
    private final ReadOnlyObjectWrapper<Corpus> corpus;
    private final ObservableList<Document> documents;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed", false);
    private final Consumer<Problem> problems;
    /** Corpora before each edit, the latest first; they share all texts that were not edited. */
    private final Deque<Corpus> undone = new ArrayDeque<>();
    private final Deque<Corpus> redone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo", false);
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo", false);

    /**
     * Starts from a corpus.
     *
     * @param original the corpus
     * @param problems told what cannot be done, and why
     */
    CorpusDraft(Corpus original, Consumer<Problem> problems) {
        corpus = new ReadOnlyObjectWrapper<>(this, "corpus", original);
        documents = FXCollections.observableArrayList(original.documents());
        this.problems = problems;
    }

    /** Goes on with texts that were edited before. */
    static CorpusDraft resumed(Corpus edited, Consumer<Problem> problems) {
        CorpusDraft draft = new CorpusDraft(edited, problems);
        draft.changed.set(true);
        return draft;
    }

    /** Whether there is an edit to undo. */
    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is an undone edit to do again. */
    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Undoes the last edit, if there is one. */
    void undo() {
        step(undone, redone);
    }

    /** Does the edit again that was undone last, if there is one. */
    void redo() {
        step(redone, undone);
    }

    private void step(Deque<Corpus> from, Deque<Corpus> to) {
        if (!from.isEmpty()) {
            to.push(corpus.get());
            Corpus next = from.pop();
            documents.setAll(next.documents());
            corpus.set(next);
            updateHistory();
        }
    }

    private void updateHistory() {
        canUndo.set(!undone.isEmpty());
        canRedo.set(!redone.isEmpty());
    }

    /** The corpus as edited so far. */
    ReadOnlyObjectProperty<Corpus> corpus() {
        return corpus.getReadOnlyProperty();
    }

    /** Its documents, changed in place. */
    ObservableList<Document> documents() {
        return FXCollections.unmodifiableObservableList(documents);
    }

    /** Whether anything was edited. */
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Replaces a text; a blank one is refused. */
    void text(int row, String text) {
        change(old -> CorpusEdits.text(old, row, text));
    }

    /** Labels documents at a level. */
    void label(Set<Integer> rows, int level, String label) {
        change(old -> CorpusEdits.label(old, rows, level, label));
    }

    /** Adds texts at the end, blank ones left out. */
    void add(List<String> texts) {
        if (texts.stream().allMatch(String::isBlank)) {
            problems.accept(new Problem("new texts", "there is no text in them", "Copy or type some lines first."));
        } else {
            change(old -> CorpusEdits.add(old, texts));
        }
    }

    /** Removes documents; the last one is kept. */
    void remove(Set<Integer> rows) {
        change(old -> CorpusEdits.remove(old, rows));
    }

    /** Adds a label level; a blank or known name is refused. */
    void addLevel(String name) {
        change(old -> CorpusEdits.addLevel(old, name));
    }

    private void change(UnaryOperator<Corpus> edit) {
        Corpus old = corpus.get();
        try {
            Corpus edited = edit.apply(old);
            // Documents first: the table asks for the labels of a new level as soon as the corpus has it.
            show(old.documents().size(), edited.documents());
            undone.push(old);
            redone.clear();
            changed.set(true);
            corpus.set(edited);
            updateHistory();
        } catch (Problem problem) {
            problems.accept(problem);
        }
    }

    /** Keeps what did not change, and with it the table's selection. */
    private void show(int before, List<Document> now) {
        boolean sameColumns = now.getFirst().labels().size() == documents.getFirst().labels().size();
        if (now.size() < before || !sameColumns) {
            documents.setAll(now);
            return;
        }
        for (int row = 0; row < before; row++) {
            if (!documents.get(row).equals(now.get(row))) {
                documents.set(row, now.get(row));
            }
        }
        documents.addAll(now.subList(before, now.size()));
    }
}
