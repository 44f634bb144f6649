package org.matryoscope.app.view;

import java.util.List;

import org.matryoscope.study.EnergyProfile;

/**
 * What the Energy view shows.
 *
 * @param names the model's name by side
 * @param trained the trained prefixes of model A
 * @param profiles the energy by side
 */
record EnergyAnswer(Sided<String> names, List<Integer> trained, Sided<EnergyProfile> profiles) {
    /** Returns D of model A. */
    int dimension() {
        return profiles.a().perDimension().length;
    }

    /** Returns the larger D. */
    int widest() {
        return profiles.answers()
                .values()
                .stream()
                .mapToInt(profile -> profile.perDimension().length)
                .max()
                .orElseThrow();
    }

    boolean hasLevels() {
        return !profiles.a().levels().isEmpty();
    }
}
