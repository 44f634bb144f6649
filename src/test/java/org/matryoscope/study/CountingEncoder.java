package org.matryoscope.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Role;
import org.matryoscope.model.Sourced;
import org.matryoscope.model.Variant;

/** An encoder whose vectors are random but fixed by the text, and which keeps note of what it was asked to encode. */
final class CountingEncoder implements Encoder {
    private static final int DIMENSION = 8;
    private static final int LONGEST = 8;

    final List<String> encoded = new ArrayList<>();

    static float[] vector(String text, Role role) {
        Random random = new Random((role.name() + text).hashCode());
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    @Override
    public Encoding encode(List<String> texts, Role role, Progress progress) {
        encoded.addAll(texts);
        progress.report(texts.size(), texts.size());
        int[] cut = IntStream.range(0, texts.size())
                .filter(i -> texts.get(i).length() > LONGEST && !texts.get(i).matches("text \\d+"))
                .toArray();
        return new Encoding(texts.stream().map(text -> vector(text, role)).toArray(float[][]::new), cut);
    }

    @Override
    public ModelProfile profile() {
        return new ModelProfile("counting", Path.of("nowhere"), "fingerprint", DIMENSION, by(List.of()), by(List.of()),
                by(new Prompts("", "")), by(LONGEST), by(new Variant("none", "none", 0)), List.of(), by("not stated"),
                by(List.of()), List.of());
    }

    private static <T> Sourced<T> by(T value) {
        return new Sourced<>(value, "default");
    }

    @Override
    public void close() {
    }
}
