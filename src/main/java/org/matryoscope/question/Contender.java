package org.matryoscope.question;

import java.util.List;

import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.RotatedVectors;

/**
 * Something that is compared: a set of vectors, seen through a rotation.
 *
 * @param subject the vectors as they were given, and the query
 * @param lens how they are seen
 */
public record Contender(Subject subject, Lens lens) {
    /**
     * Sees a subject's vectors through a rotation, which is made when it is first needed.
     *
     * @param subject the vectors
     * @param rotation the rotation
     * @param images maps the vectors
     */
    public static Contender of(Subject subject, RotationChoice rotation, RotatedVectors images) {
        return new Contender(subject, new Lens(subject.texts(), rotation, images));
    }

    /** Returns the same of the vectors as they were given: this one, unless it is a copy in another number format. */
    Contender given() {
        return subject.texts().copyOf() == null
                ? this
                : of(subject.over(subject.texts().given()), lens.choice(), lens.images());
    }

    /** Returns the same vectors through another rotation. */
    public Contender through(RotationChoice rotation) {
        return of(subject, rotation, lens.images());
    }

    /** Returns its short name: "A", "B PCA". */
    public String name() {
        String rotation = lens.choice().label();
        return rotation.isEmpty() ? subject.side().name() : subject.side() + " " + rotation;
    }

    /** Returns the name of its model or file. */
    public String model() {
        return subject.texts().origin().name();
    }

    /** Returns what it is seen through, as in JSON: "as-is", "pca", "random", "shuffled", "trained". */
    public String rotation() {
        return lens.choice().kind().key();
    }

    /** Returns the prefixes that the vectors were trained for; none where a rotation has mixed the dimensions. */
    public List<Integer> trained() {
        return lens.choice().kind() == RotationKind.AS_IS ? Prefixes.trained(subject.texts().origin()) : List.of();
    }

    /** Returns D. */
    public int dimension() {
        return subject.dimension();
    }
}
