package org.matryoscope.training;

/** Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1), with its usual constants. */
final class Adam {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final float EPSILON = 1e-8f;

    private final double rate;
    private final float[] first;
    private final float[] second;
    private int steps;

    /**
     * Starts.
     *
     * @param parameters how many
     * @param rate the learning rate
     */
    Adam(int parameters, double rate) {
        this.rate = rate;
        first = new float[parameters];
        second = new float[parameters];
    }

    /** Moves parameters against their gradient by one step. */
    void step(float[] parameters, float[] gradient) {
        steps++;
        float keepFirst = (float) FIRST_DECAY;
        float keepSecond = (float) SECOND_DECAY;
        float length = (float) (rate / (1 - Math.pow(FIRST_DECAY, steps)));
        float correction = (float) (1 / (1 - Math.pow(SECOND_DECAY, steps)));
        for (int i = 0; i < parameters.length; i++) {
            float slope = gradient[i];
            first[i] = keepFirst * first[i] + (1 - keepFirst) * slope;
            second[i] = keepSecond * second[i] + (1 - keepSecond) * slope * slope;
            parameters[i] -= length * first[i] / ((float) Math.sqrt(second[i] * correction) + EPSILON);
        }
    }
}
