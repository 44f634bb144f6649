package org.matryoscope.app.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Lens;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.RotatedVectors;

/** Keeps the workbench's contenders: each side as it is, then the rotations that were added. Lives on the FX thread. */
public final class ContenderList {
    /**
     * A rotation of one side.
     *
     * @param side whose vectors
     * @param choice the rotation
     */
    public record Added(Side side, RotationChoice choice) {}

    /** A lens and the vectors it looks at, so that it is known when they are replaced. */
    private record Kept(EmbeddedCorpus texts, Lens lens) {
        // The same object: vectors of another corpus or model are another object.
        @SuppressWarnings("ReferenceEquality")
        boolean looksAt(EmbeddedCorpus others) {
            return texts == others;
        }
    }

    private final Workbench workbench;
    private final RotatedVectors images;
    private final ObservableList<Added> added = FXCollections.observableArrayList();
    private final Map<Added, Kept> lenses = new HashMap<>();

    /**
     * Starts to follow the workbench.
     *
     * @param workbench observed for its subjects; given the contenders
     * @param images maps vectors through the rotations
     */
    public ContenderList(Workbench workbench, RotatedVectors images) {
        this.workbench = workbench;
        this.images = images;
        for (Side side : Side.values()) {
            workbench.subject(side).subscribe(this::update);
        }
        added.addListener((ListChangeListener<Added>) change -> update());
    }

    /** The rotations that were added; to add or remove one is to change this list. */
    public ObservableList<Added> added() {
        return added;
    }

    private void update() {
        List<Added> wanted = Stream
                .concat(Stream.of(Side.values()).map(side -> new Added(side, RotationChoice.AS_IS)), added.stream())
                .distinct()
                .toList();
        lenses.keySet().retainAll(wanted);
        List<Contender> contenders = new ArrayList<>();
        for (Added each : wanted) {
            @Nullable
            Subject subject = workbench.subject(each.side()).get();
            if (subject == null) {
                lenses.remove(each);
            } else {
                contenders.add(new Contender(subject, lens(each, subject.texts())));
            }
        }
        // B's result may still be there when A's is gone: nothing is compared without the first.
        workbench.contenders().set(workbench.subject(Side.A).get() == null ? List.of() : List.copyOf(contenders));
    }

    private Lens lens(Added each, EmbeddedCorpus texts) {
        Kept kept = lenses.get(each);
        if (kept == null || !kept.looksAt(texts)) {
            kept = new Kept(texts, new Lens(texts, each.choice(), images));
            lenses.put(each, kept);
        }
        return kept.lens();
    }
}
