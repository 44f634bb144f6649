package org.matryoscope.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Role;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/**
 * A model that is said to have made imported vectors, and how well that agrees with what it makes of the same texts.
 *
 * @param profile what is known of the model
 * @param texts how many texts were compared; 0 where the rows have none
 * @param cosine the mean cosine between the file's vectors and the model's; NaN where nothing was compared
 */
public record AttachedModel(ModelProfile profile, int texts, double cosine) {
    /** From here on a model counts as the one that made the vectors. */
    public static final double SAME = 0.99;
    /** Below this it certainly did not make them. */
    public static final double OTHER = 0.9;
    private static final int SAMPLE = 32;

    /** Says whether the model may well not be the one that made the vectors. */
    public boolean isDoubtful() {
        return texts > 0 && cosine < SAME;
    }

    /** Says how well the model agrees, in a sentence. */
    public String verdict() {
        if (texts == 0) {
            return "Not compared: the rows have no texts.";
        }
        String measured = String.format(Locale.ROOT, "Mean cosine %.4f to its own vectors of %d of the texts", cosine,
                texts);
        return isDoubtful()
                ? measured + ": it may not be the model that made the file, or not with these settings."
                : measured + ".";
    }

    /**
     * Attaches a model to imported vectors, after comparing it with them.
     *
     * @param encoder the model
     * @param vectors vectors that were read from a file, and their texts
     * @param progress cancels
     * @return the same texts and the same store, with the model in their origin
     * @throws Problem if the dimensions differ, or the mean cosine is below {@link #OTHER}
     * @throws IllegalArgumentException if the vectors come from no file
     */
    public static EmbeddedCorpus attach(Encoder encoder, EmbeddedCorpus vectors, Progress progress) {
        if (!(vectors.origin() instanceof VectorOrigin.Imported origin)) {
            throw new IllegalArgumentException("the vectors come from no file");
        }
        AttachedModel model = check(encoder, vectors, origin.request().format(), progress);
        return new EmbeddedCorpus(new VectorOrigin.Imported(origin.request(), origin.dimension(), model),
                vectors.corpus(), vectors.store(), vectors.cut());
    }

    private static AttachedModel check(Encoder encoder, EmbeddedCorpus vectors, NumberFormat format,
            Progress progress) {
        ModelProfile profile = encoder.profile();
        String where = profile.folder().toString();
        int dimension = vectors.store().dimension();
        if (profile.dimension() != dimension) {
            throw new Problem(where, "the model makes vectors of " + profile.dimension() + " dimensions, and those of "
                    + vectors.origin().name() + " have " + dimension, "Choose the model that made the file.");
        }
        int[] rows = vectors.corpus().hasTexts() ? sample(vectors.store()) : new int[0];
        if (rows.length == 0) {
            return new AttachedModel(profile, 0, Double.NaN);
        }
        List<String> texts = IntStream.of(rows)
                .mapToObj(vectors.corpus().documents()::get)
                .map(Document::text)
                .toList();
        double cosine = meanCosine(encoder.encode(texts, Role.DOCUMENT, progress).vectors(), rows, vectors.store(),
                format);
        if (!(cosine >= OTHER)) {
            throw new Problem(where, String.format(Locale.ROOT,
                    "it did not make the vectors of %s: the mean cosine to its own vectors of %d of the texts is %.3f",
                    vectors.origin().name(), rows.length, cosine),
                    "Choose the model that made the file, with the settings it was used with.");
        }
        return new AttachedModel(profile, rows.length, cosine);
    }

    /** Rows that can be compared, evenly spread. */
    private static int[] sample(VectorStore store) {
        int[] rows = IntStream.range(0, store.rows()).filter(row -> !store.isExcluded(row)).toArray();
        int count = Math.min(SAMPLE, rows.length);
        return IntStream.range(0, count).map(i -> rows[(int) ((long) i * rows.length / count)]).toArray();
    }

    private static double meanCosine(float[][] encoded, int[] rows, VectorStore store, NumberFormat format) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            float[] made = encoded[i];
            float[] kept = store.row(rows[i]);
            double dot = 0;
            double madeSquares = 0;
            double keptSquares = 0;
            for (int column = 0; column < kept.length; column++) {
                // A sign is all that is left of an entry in binary, so that only signs can be compared.
                double x = format == NumberFormat.BINARY ? Math.signum(made[column]) : made[column];
                dot += x * kept[column];
                madeSquares += x * x;
                keptSquares += (double) kept[column] * kept[column];
            }
            sum += dot / Math.sqrt(madeSquares * keptSquares);
        }
        return sum / rows.length;
    }
}
