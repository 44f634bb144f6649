package org.matryoscope.app.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.RankingAt;
import org.matryoscope.vector.NumberFormat;

/**
 * The window's one shared state. Controls write it, views observe it; all of it lives on the FX thread. Results in it are
 * immutable, and a stale one stays until its successor arrives.
 */
public final class Workbench {
    private final Map<Side, ObjectProperty<@Nullable Subject>> subjects = new EnumMap<>(Side.class);
    private final Map<Side, ObjectProperty<@Nullable RankingAt>> rankings = new EnumMap<>(Side.class);
    private final ObjectProperty<List<Contender>> contenders = new SimpleObjectProperty<>(this, "contenders",
            List.of());
    private final IntegerProperty prefix = new SimpleIntegerProperty(this, "prefix", 1);
    private final BooleanProperty renormalise = new SimpleBooleanProperty(this, "renormalise", true);
    private final ObjectProperty<NumberFormat> format = new SimpleObjectProperty<>(this, "format",
            NumberFormat.FLOAT32);
    private final ObjectProperty<Beside> beside = new SimpleObjectProperty<>(this, "beside", Beside.FULL_DIMENSION);
    private final ObjectProperty<List<Integer>> selection = new SimpleObjectProperty<>(this, "selection", List.of());
    private final ObjectProperty<@Nullable JudgedQuery> judged = new SimpleObjectProperty<>(this, "judged", null);

    /** Starts with no model, no corpus and nothing selected. */
    public Workbench() {
        for (Side side : Side.values()) {
            subjects.put(side, new SimpleObjectProperty<>(this, "subject " + side, null));
            rankings.put(side, new SimpleObjectProperty<>(this, "ranking " + side, null));
        }
    }

    /** The encoded corpus and query of a side; null before the first result, and for B while no second model is chosen. */
    public ObjectProperty<@Nullable Subject> subject(Side side) {
        return java.util.Objects.requireNonNull(subjects.get(side));
    }

    /** The ranking of a side at the current prefix (it may lag behind {@link #prefix()} by a pulse or two). */
    public ObjectProperty<@Nullable RankingAt> ranking(Side side) {
        return java.util.Objects.requireNonNull(rankings.get(side));
    }

    /** What is compared, A as it is first; empty before the first result. */
    public ObjectProperty<List<Contender>> contenders() {
        return contenders;
    }

    /** The number of dimensions kept, 1 … D of model A. */
    public IntegerProperty prefix() {
        return prefix;
    }

    /** Whether prefixes are re-normalised after the cut. */
    public BooleanProperty renormalise() {
        return renormalise;
    }

    /** The number format wanted for the vectors of both sides; those given in a smaller one stay as they are. */
    public ObjectProperty<NumberFormat> format() {
        return format;
    }

    /** What stands beside model A's ranking. */
    public ObjectProperty<Beside> beside() {
        return beside;
    }

    /** The rows selected in the ranking list; empty means that views choose (judged documents, else the first of the ranking). */
    public ObjectProperty<List<Integer>> selection() {
        return selection;
    }

    /** The corpus's judged query that the query field holds, or null where the query is the user's own. */
    public ObjectProperty<@Nullable JudgedQuery> judged() {
        return judged;
    }
}
