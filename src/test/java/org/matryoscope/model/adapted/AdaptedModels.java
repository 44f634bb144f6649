package org.matryoscope.model.adapted;

import java.nio.file.Path;
import java.util.List;

import org.assertj.core.data.Offset;

import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;
import org.matryoscope.rotation.Rotation;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of both written forms share. */
final class AdaptedModels {
    static final Rotation MAP = Rotation.random(4, 11);
    static final AdaptedCard CARD = new AdaptedCard("notes, adapted", AdaptedCard.Kind.ADAPTER, "notes", 900, 100, 0,
            List.of(1, 2), 7, List.of("recall", "agreement"),
            List.of(new AdaptedCard.Row(1, List.of("0.41", "0.52")), new AdaptedCard.Row(2, List.of("0.70", "0.81"))));
    private static final List<String> TEXTS = List.of("the cat sat", "mat", "the cat sat on the mat", "query : cat");
    private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

    private AdaptedModels() {
    }

    /** Opens both and holds every prefix of the written model's vectors to the map of the base's. */
    static void assertMapped(Path base, ModelOverrides overrides, Rotation map, Path written) {
        for (Role role : Role.values()) {
            float[][] before = encode(base, overrides, role);
            float[][] after = encode(written, ModelOverrides.NONE, role);
            for (int text = 0; text < before.length; text++) {
                float[] image = map.apply(before[text]);
                for (int prefix : new int[]{1, 2, map.dimension() / 2, map.dimension()}) {
                    assertThat(unit(after[text], prefix)).containsExactly(unit(image, prefix), CLOSE);
                }
            }
        }
    }

    static void assertMapped(Path base, Path written) {
        assertMapped(base, ModelOverrides.NONE, MAP, written);
    }

    static float[] unit(float[] vector, int prefix) {
        double squares = 0;
        for (int i = 0; i < prefix; i++) {
            squares += (double) vector[i] * vector[i];
        }
        float[] unit = new float[prefix];
        for (int i = 0; i < prefix; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return unit;
    }

    private static float[][] encode(Path folder, ModelOverrides overrides, Role role) {
        try (Encoder encoder = Encoders.load(folder, overrides, 1, Progress.NONE)) {
            return encoder.encode(TEXTS, role, Progress.NONE).vectors();
        }
    }
}
