package org.matryoscope.study.written;

import java.util.ArrayList;
import java.util.List;

import org.matryoscope.corpus.Corpus;

/** What the fields beside the vectors are called in files that hold them. */
final class FieldNames {
    static final String ID = "id";
    static final String TEXT = "text";
    static final String VECTOR = "vector";
    static final String SCALE = "scale";

    private FieldNames() {
    }

    /** Returns a name for each label level: its own, with low lines behind it where another field has that name. */
    static List<String> levels(Corpus corpus) {
        List<String> taken = new ArrayList<>(List.of(ID, TEXT, VECTOR, SCALE));
        int others = taken.size();
        for (String level : corpus.levels()) {
            String name = level;
            while (taken.contains(name)) {
                name += "_";
            }
            taken.add(name);
        }
        return List.copyOf(taken.subList(others, taken.size()));
    }
}
