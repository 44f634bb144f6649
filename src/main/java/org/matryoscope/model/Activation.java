package org.matryoscope.model;

/** The activation functions of torch that Dense modules use. */
enum Activation {
    IDENTITY, TANH, RELU, SIGMOID, SILU, GELU;

    double of(double x) {
        return switch (this) {
            case IDENTITY -> x;
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(0, x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SILU -> x / (1 + Math.exp(-x));
            case GELU -> x * normalDistribution(x);
        };
    }

    /**
     * The standard normal distribution function by the complementary error function in its Chebyshev form (Press et al.,
     * Numerical Recipes, 2nd ed., 6.2: relative error below 1.2e-7, the precision of a float).
     */
    private static double normalDistribution(double x) {
        double z = Math.abs(x) / Math.sqrt(2);
        double t = 1 / (1 + z / 2);
        double[] chebyshev = {-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
                1.48851587, -0.82215223, 0.17087277};
        double sum = 0;
        for (int i = chebyshev.length - 1; i >= 0; i--) {
            sum = sum * t + chebyshev[i];
        }
        double upperTail = t * Math.exp(-z * z + sum) / 2;
        return x > 0 ? 1 - upperTail : upperTail;
    }
}
