package org.matryoscope.corpus.vectors;

import java.util.List;

/**
 * Where the rows of a JSON file are.
 *
 * @param container what they stand in
 * @param path the keys that lead from the root to it; empty for the root itself
 */
record JsonLayout(Container container, List<String> path) {
    /** What rows stand in. */
    enum Container {
        /** One JSON value after the other, mostly one a line. */
        VALUES,
        /** An array, a row an element. */
        ARRAY,
        /** An object, a row an entry, whose name is the row's. */
        OBJECT
    }

    static final JsonLayout VALUES = new JsonLayout(Container.VALUES, List.of());
}
