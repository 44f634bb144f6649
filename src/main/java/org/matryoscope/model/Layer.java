package org.matryoscope.model;

/** A module that turns one text vector into another. */
interface Layer {
    /** Returns the new vector; may reuse {@code vector}. */
    float[] apply(float[] vector);

    /** Says what it is, in words for the model panel. */
    String description();

    /** Divides by the Euclidean norm; a zero vector stays zero (torch's {@code normalize}, which bounds the norm from below). */
    record Normalize() implements Layer {
        private static final double LEAST_NORM = 1e-12;

        @Override
        public float[] apply(float[] vector) {
            double squares = 0;
            for (float x : vector) {
                squares += (double) x * x;
            }
            double norm = Math.max(Math.sqrt(squares), LEAST_NORM);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / norm);
            }
            return vector;
        }

        @Override
        public String description() {
            return "Normalize";
        }
    }
}
