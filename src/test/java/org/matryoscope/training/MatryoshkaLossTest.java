package org.matryoscope.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.rotation.FloatMatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Losses and gradients are PyTorch's, and sentence-transformers', and those of finite differences. */
class MatryoshkaLossTest {
    private static final double TOLERANCE = 2e-5;

    @Test
    void pairsHaveTheLossOfSentenceTransformers() throws IOException {
        JsonNode fixture = fixture();
        check(fixture, fixture.path("pairs"), new PairLoss(fixture.path("scale").asDouble()));
    }

    @Test
    void neighboursHaveTheDivergenceOfPytorch() throws IOException {
        JsonNode fixture = fixture();
        int dimension = fixture.path("dimension").asInt();
        float[] batch = floats(fixture.path("batch"));
        check(fixture, fixture.path("neighbours"),
                new NeighbourLoss(fixture.path("scale").asDouble(), cosines(batch, dimension)));
    }

    private static void check(JsonNode fixture, JsonNode wanted, SimilarityLoss loss) {
        int dimension = fixture.path("dimension").asInt();
        FloatMatrix gradient = FloatMatrix.zeros(dimension, dimension);
        PrefixWeights at = new PrefixWeights(ints(fixture.path("prefixes")), doubles(fixture.path("weights")));
        double[] losses;
        try (MatryoshkaLoss matryoshka = new MatryoshkaLoss(dimension)) {
            losses = matryoshka.of(matrix(floats(fixture.path("map")), dimension),
                    matrix(floats(fixture.path("batch")), dimension), at, loss, gradient);
        }
        assertThat(losses).containsExactly(doubles(wanted.path("losses")), within(TOLERANCE));
        assertThat(doubles(floats(gradient))).containsExactly(doubles(wanted.path("gradient")), within(TOLERANCE));
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        int dimension = 24;
        SplittableRandom random = new SplittableRandom(5);
        float[] map = unit(random, dimension, dimension);
        float[] batch = unit(random, 16, dimension);
        SimilarityLoss loss = new SummedLoss(new PairLoss(5), new NeighbourLoss(5, cosines(batch, dimension)), 0.7);
        PrefixWeights at = new PrefixWeights(new int[]{1, 6, 20}, new double[]{0.5, 1, 2});
        FloatMatrix gradient = FloatMatrix.zeros(dimension, dimension);
        try (MatryoshkaLoss matryoshka = new MatryoshkaLoss(dimension)) {
            matryoshka.of(matrix(map, dimension), matrix(batch, dimension), at, loss, gradient);
            float[] slopes = floats(gradient);
            for (int entry = 1; entry < map.length; entry += 37) {
                double width = 1.0 / 64;
                double above = moved(matryoshka, map, entry, width, batch, at, loss, dimension);
                double below = moved(matryoshka, map, entry, -width, batch, at, loss, dimension);
                assertThat((double) slopes[entry]).as("entry %d", entry)
                        .isCloseTo((above - below) / (2 * width), within(1e-3));
            }
            assertThat(slopes[22 * dimension + 3]).as("beyond the longest prefix").isZero();
        }
    }

    @Test
    void anImageWithoutDirectionHasNoGradient() {
        int dimension = 8;
        float[] batch = unit(new SplittableRandom(1), 6, dimension);
        Arrays.fill(batch, 0, dimension, 0f);
        FloatMatrix gradient = FloatMatrix.zeros(dimension, dimension);
        try (MatryoshkaLoss matryoshka = new MatryoshkaLoss(dimension)) {
            double[] losses = matryoshka.of(matrix(unit(new SplittableRandom(2), dimension, dimension), dimension),
                    matrix(batch, dimension), PrefixWeights.powersOfTwo(dimension), new PairLoss(20), gradient);
            assertThat(Arrays.stream(losses)).allMatch(Double::isFinite);
            for (float slope : floats(gradient)) {
                assertThat(slope).isFinite();
            }
        }
    }

    @Test
    void adamStepsAsPytorchs() throws IOException {
        JsonNode wanted = fixture().path("adam");
        float[] parameters = {0.5f, -1, 2};
        Adam adam = new Adam(parameters.length, 0.001);
        for (int step = 0; step < wanted.size(); step++) {
            adam.step(parameters, new float[]{0.3f * (step + 1), -0.02f, step % 2 == 0 ? 5 : 0});
            assertThat(doubles(parameters)).containsExactly(doubles(wanted.path(step)), within(1e-6));
        }
    }

    private static double moved(MatryoshkaLoss matryoshka, float[] map, int entry, double by, float[] batch,
            PrefixWeights at, SimilarityLoss loss, int dimension) {
        float[] other = map.clone();
        other[entry] += (float) by;
        double[] losses = matryoshka.of(matrix(other, dimension), matrix(batch, dimension), at, loss,
                FloatMatrix.zeros(dimension, dimension));
        return new StepLoss(at, losses).mean() * Arrays.stream(at.weights()).sum();
    }

    static float[] unit(SplittableRandom random, int rows, int dimension) {
        float[] values = new float[rows * dimension];
        for (int row = 0; row < rows; row++) {
            double[] vector = random.doubles(dimension, -1, 1).toArray();
            double length = Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = (float) (vector[i] / length);
            }
        }
        return values;
    }

    private static float[] cosines(float[] rows, int dimension) {
        int n = rows.length / dimension;
        float[] cosines = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double dot = 0;
                for (int k = 0; k < dimension; k++) {
                    dot += (double) rows[i * dimension + k] * rows[j * dimension + k];
                }
                cosines[i * n + j] = (float) dot;
            }
        }
        return cosines;
    }

    private static JsonNode fixture() throws IOException {
        try (InputStream in = MatryoshkaLossTest.class.getResourceAsStream("/training/losses.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        }
    }

    private static FloatMatrix matrix(float[] values, int columns) {
        FloatMatrix matrix = FloatMatrix.zeros(values.length / columns, columns);
        matrix.put(0, values, 0, values.length);
        return matrix;
    }

    private static float[] floats(FloatMatrix matrix) {
        float[] values = new float[matrix.rows() * matrix.columns()];
        matrix.get(values, values.length);
        return values;
    }

    private static double[] doubles(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static int[] ints(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    private static float[] floats(JsonNode values) {
        double[] wide = doubles(values);
        float[] narrow = new float[wide.length];
        for (int i = 0; i < wide.length; i++) {
            narrow[i] = (float) wide[i];
        }
        return narrow;
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
