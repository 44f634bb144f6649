package org.matryoscope.app.header;

import java.nio.file.Path;

import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.model.hub.CachedModel;
import org.matryoscope.question.Side;

/** What the header's menus ask the window to do. */
public interface HeaderActions {
    /** Asks for a model folder and opens it on a side. */
    void chooseModel(Side side);

    /** Asks for a model's name on a hub, gets it and opens it on a side. */
    void getModel(Side side);

    /** Shows how a model of another tool is made one that can be run. */
    void showExport(CachedModel model);

    /** Asks for a server of embeddings and opens a model of it on a side. */
    void chooseServer(Side side);

    /** Opens a model on a server. */
    void openServer(Side side, ServerChoice choice);

    /** Asks for a file of vectors and opens it on a side. */
    void chooseVectors(Side side);

    /** Opens a file of vectors on a side, after the user has seen what is in it. */
    void openVectors(Side side, Path file);

    /** Shows a side's model or vectors in its sheet. */
    void showModel(Side side);

    /** Asks for a file of a rotation and adds it to what is compared. */
    void chooseRotation(Side side);

    /** Asks for a corpus file and opens it. */
    void chooseCorpus();

    /** Opens a corpus file, asking for its columns where it has some. */
    void openCorpus(Path file);

    /** Asks for pasted texts. */
    void pasteCorpus();

    /** Opens the corpus for editing. */
    void editCorpus();
}
