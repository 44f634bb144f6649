package org.matryoscope.training;

import java.util.SplittableRandom;

import org.matryoscope.rotation.FloatMatrix;
import org.matryoscope.rotation.MatrixProduct;
import org.matryoscope.rotation.Rotation;

/**
 * Trains a linear map of D × D by the Matryoshka loss, a step at a time. The same vectors, batches, settings, start and weights
 * give the same map, to the bit, on one machine. Not safe for several threads.
 */
public final class AdapterTraining implements AutoCloseable {
    /** Sets the draws of batches that are only looked at apart from those learnt from. */
    private static final long HELD_OUT = 0x6d61747279L;

    private final TrainingVectors vectors;
    private final Batches batches;
    private final TrainingSettings settings;
    private final int dimension;
    private final MatryoshkaLoss loss;
    private final MatrixProduct timesTransposed = MatrixProduct.of(false, true);
    private final SplittableRandom random;
    private final Adam adam;
    private final float[] map;
    private final float[] slope;
    private final FloatMatrix current;
    private final FloatMatrix gradient;
    private FloatMatrix rows = FloatMatrix.zeros(1, 1);
    private FloatMatrix cosines = FloatMatrix.zeros(1, 1);
    private int steps;

    /**
     * Begins.
     *
     * @param vectors what to learn from
     * @param batches draws from them
     * @param settings how to learn
     * @param start the map to begin at, of D dimensions
     */
    public AdapterTraining(TrainingVectors vectors, Batches batches, TrainingSettings settings, Rotation start) {
        this.vectors = vectors;
        this.batches = batches;
        this.settings = settings;
        dimension = vectors.dimension();
        if (start.dimension() != dimension) {
            throw new IllegalArgumentException("the start has another dimension");
        }
        loss = new MatryoshkaLoss(dimension);
        random = new SplittableRandom(settings.seed());
        map = start.entries();
        slope = new float[map.length];
        adam = new Adam(map.length, settings.rate());
        current = FloatMatrix.zeros(dimension, dimension);
        current.put(0, map, 0, map.length);
        gradient = FloatMatrix.zeros(dimension, dimension);
    }

    /** Returns how many steps were made. */
    public int steps() {
        return steps;
    }

    /**
     * Makes a step.
     *
     * @param weights the prefixes and what they count now, up to D
     * @return the loss before it
     */
    public StepLoss step(PrefixWeights weights) {
        int[] batch = batches.draw(random);
        PrefixWeights at = settings.draw().at(weights, random);
        double[] losses = lossOf(vectors, batch, at);
        gradient.get(slope, slope.length);
        adam.step(map, slope);
        current.put(0, map, 0, map.length);
        steps++;
        return new StepLoss(at, losses);
    }

    /**
     * Takes the loss over batches of vectors that are not learnt from; the same batches at each call.
     *
     * @param heldOut the vectors
     * @param from draws batches from them
     * @param count how many batches
     * @param weights the prefixes
     */
    public StepLoss heldOut(TrainingVectors heldOut, Batches from, int count, PrefixWeights weights) {
        SplittableRandom same = new SplittableRandom(settings.seed() ^ HELD_OUT);
        double[] sums = new double[weights.prefixes().length];
        for (int i = 0; i < count; i++) {
            double[] losses = lossOf(heldOut, from.draw(same), weights);
            for (int p = 0; p < sums.length; p++) {
                sums[p] += losses[p] / count;
            }
        }
        return new StepLoss(weights, sums);
    }

    private double[] lossOf(TrainingVectors from, int[] batch, PrefixWeights at) {
        if (rows.rows() != batch.length) {
            rows = FloatMatrix.zeros(batch.length, dimension);
            cosines = FloatMatrix.zeros(batch.length, batch.length);
        }
        for (int i = 0; i < batch.length; i++) {
            rows.put(i * dimension, from.values(), batch[i] * dimension, dimension);
        }
        return loss.of(current, rows, at, similarityLoss(), gradient);
    }

    private SimilarityLoss similarityLoss() {
        if (batches.arePairs() && settings.teacher() == 0) {
            return new PairLoss(settings.scale());
        }
        timesTransposed.multiply(rows, rows, cosines);
        float[] teacher = new float[rows.rows() * rows.rows()];
        cosines.get(teacher, teacher.length);
        NeighbourLoss neighbours = new NeighbourLoss(settings.scale(), teacher);
        return batches.arePairs()
                ? new SummedLoss(new PairLoss(settings.scale()), neighbours, settings.teacher())
                : neighbours;
    }

    /**
     * Returns the map as it is now.
     *
     * @param learntFrom what it was trained on, to be kept with it
     */
    public Rotation map(String learntFrom) {
        return Rotation.trained(dimension, map, learntFrom, vectors.count(), settings.seed());
    }

    @Override
    public void close() {
        loss.close();
        timesTransposed.close();
    }
}
