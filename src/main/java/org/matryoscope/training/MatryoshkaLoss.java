package org.matryoscope.training;

import java.util.stream.IntStream;

import org.matryoscope.rotation.FloatMatrix;
import org.matryoscope.rotation.MatrixProduct;

/**
 * The Matryoshka loss of a linear map and its gradient: Σ over prefixes m of α_m · L(cosines of the first m dimensions), each
 * prefix re-normalised (arXiv 2205.13147, equation 1; sentence-transformers' MatryoshkaLoss).
 *
 * <p>Prefixes share their work: the dot products of a prefix are those of the next shorter one and of the dimensions between
 * them, and going back, the dimensions between two prefixes have the summed derivatives of all longer ones. So seven prefixes
 * cost about as much as one. Not safe for several threads.
 */
final class MatryoshkaLoss implements AutoCloseable {
    /** Vectors shorter than this have no direction and no gradient. */
    private static final double SHORTEST = 1e-12;

    private final int dimension;
    private final MatrixProduct timesTransposed = MatrixProduct.of(false, true);
    private final MatrixProduct transposedTimes = MatrixProduct.of(true, false);
    private final MatrixProduct times = MatrixProduct.of(false, false);
    private int texts;
    private FloatMatrix images = FloatMatrix.zeros(1, 1);
    private FloatMatrix slopes = FloatMatrix.zeros(1, 1);
    private FloatMatrix square = FloatMatrix.zeros(1, 1);

    /** Prepares for maps of D × D. */
    MatryoshkaLoss(int dimension) {
        this.dimension = dimension;
    }

    /**
     * Takes the loss.
     *
     * @param map D × D: row i is the axis that becomes dimension i
     * @param batch n texts' vectors, n × D
     * @param at the prefixes
     * @param loss of the cosines at each
     * @param gradient D × D; receives the weighted sum's derivative by each entry of the map
     * @return the loss at each prefix, not weighted
     */
    double[] of(FloatMatrix map, FloatMatrix batch, PrefixWeights at, SimilarityLoss loss, FloatMatrix gradient) {
        prepare(batch.rows());
        timesTransposed.multiply(map, batch, images);
        float[][] dots = dotProducts(at.prefixes());
        double[] losses = new double[dots.length];
        float[][] derivatives = new float[dots.length][];
        IntStream.range(0, dots.length).parallel().forEach(i -> {
            derivatives[i] = new float[texts * texts];
            losses[i] = differentiate(dots[i], loss, at.weights()[i], derivatives[i]);
        });
        goBack(at.prefixes(), derivatives);
        times.multiply(slopes, batch, gradient);
        return losses;
    }

    private void prepare(int n) {
        if (texts != n) {
            texts = n;
            images = FloatMatrix.zeros(dimension, n);
            slopes = FloatMatrix.zeros(dimension, n);
            square = FloatMatrix.zeros(n, n);
        }
    }

    /** By prefix, the dot products of all texts, n × n. */
    private float[][] dotProducts(int[] prefixes) {
        float[][] dots = new float[prefixes.length][texts * texts];
        int from = 0;
        for (int i = 0; i < prefixes.length; i++) {
            FloatMatrix stretch = images.rows(from, prefixes[i] - from);
            transposedTimes.multiply(stretch, stretch, square);
            square.get(dots[i], texts * texts);
            if (i > 0) {
                add(dots[i - 1], dots[i]);
            }
            from = prefixes[i];
        }
        return dots;
    }

    /**
     * Takes the loss at one prefix.
     *
     * @param dots dot products, n × n; become cosines
     * @param slope receives the matrix by which the texts' images are multiplied for the derivative by them, n × n, symmetric
     */
    private double differentiate(float[] dots, SimilarityLoss loss, double weight, float[] slope) {
        double[] inverse = IntStream.range(0, texts).mapToDouble(i -> {
            double length = Math.sqrt(dots[i * texts + i]);
            return length < SHORTEST ? 0 : 1 / length;
        }).toArray();
        for (int i = 0; i < texts; i++) {
            for (int j = 0; j < texts; j++) {
                dots[i * texts + j] *= (float) (inverse[i] * inverse[j]);
            }
        }
        float[] byCosine = new float[texts * texts];
        double value = loss.of(dots, texts, byCosine);
        // c = u·v / (|u| |v|), so that dc/du = v / (|u| |v|) − c u / |u|².
        for (int i = 0; i < texts; i++) {
            double own = 0;
            for (int j = 0; j < texts; j++) {
                int place = i * texts + j;
                double both = weight * (byCosine[place] + byCosine[j * texts + i]);
                own += both * dots[place];
                slope[place] = (float) (both * inverse[i] * inverse[j]);
            }
            slope[i * texts + i] -= (float) (own * inverse[i] * inverse[i]);
        }
        return value;
    }

    /** Fills in the derivative by each text's image: dimensions up to a prefix have those of all longer prefixes. */
    private void goBack(int[] prefixes, float[][] derivatives) {
        int longest = prefixes[prefixes.length - 1];
        if (longest < dimension) {
            FloatMatrix beyond = slopes.rows(longest, dimension - longest);
            beyond.put(0, new float[(dimension - longest) * texts], 0, (dimension - longest) * texts);
        }
        for (int i = prefixes.length - 1; i >= 0; i--) {
            if (i < prefixes.length - 1) {
                add(derivatives[i + 1], derivatives[i]);
            }
            square.put(0, derivatives[i], 0, texts * texts);
            int from = i == 0 ? 0 : prefixes[i - 1];
            times.multiply(images.rows(from, prefixes[i] - from), square, slopes.rows(from, prefixes[i] - from));
        }
    }

    private static void add(float[] values, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }

    @Override
    public void close() {
        timesTransposed.close();
        transposedTimes.close();
        times.close();
    }
}
