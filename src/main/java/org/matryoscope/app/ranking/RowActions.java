package org.matryoscope.app.ranking;

import javafx.scene.Node;

/** What can be done with a document of the list. */
interface RowActions {
    /** Selects a document everywhere. */
    void select(int row);

    /** Asks with a document's own vector. */
    void ask(int row);

    /** Shows all that is known of a document, beside a node. */
    void describe(int row, Node beside);
}
