package org.matryoscope.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import org.apache.lucene.codecs.hnsw.DefaultFlatVectorScorer;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.PrefixRows;
import org.matryoscope.vector.VectorStore;

/**
 * Approximate nearest neighbours by a graph (Malkov and Yashunin 2018), as Lucene builds and searches it, over re-normalised
 * prefixes in memory: 4 bytes an entry beside the graph.
 */
public final class HnswIndex {
    /** Neighbours of a node on each upper layer; twice as many on the lowest. */
    public static final int NEIGHBOURS = 16;
    /** Candidates looked at when a document is put in. */
    public static final int BEAM = 100;

    private static final long SEED = 1;
    /** Nodes between two reports of progress. */
    private static final int REPORTED = 256;
    /** Kept so that its level stays: Lucene says on standard error that another class of vector instructions is quicker. */
    private static final Logger QUIET = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        QUIET.setLevel(Level.SEVERE);
    }

    private final int d;
    private final int[] rows;
    private final FloatVectorValues vectors;
    private final OnHeapHnswGraph graph;

    private HnswIndex(int d, int[] rows, FloatVectorValues vectors, OnHeapHnswGraph graph) {
        this.d = d;
        this.rows = rows;
        this.vectors = vectors;
        this.graph = graph;
    }

    /**
     * What a search found.
     *
     * @param rows best first
     * @param visited how many documents the query was compared with
     */
    public record Found(int[] rows, long visited) {}

    /**
     * Builds the graph, the same each time.
     *
     * @param store the documents; excluded ones are left out
     * @param d the prefix length, 1 … D
     * @param progress told of the documents put in; cancels
     */
    public static HnswIndex build(VectorStore store, int d, Progress progress) {
        int[] rows = IntStream.range(0, store.rows()).filter(row -> !store.isExcluded(row)).toArray();
        float[][] prefixes = PrefixRows.unit(store, rows, d);
        FloatVectorValues values = FloatVectorValues.fromFloats(Arrays.asList(prefixes), d);
        try {
            HnswGraphBuilder builder = HnswGraphBuilder.create(DefaultFlatVectorScorer.INSTANCE
                    .getRandomVectorScorerSupplier(VectorSimilarityFunction.DOT_PRODUCT, values), NEIGHBOURS, BEAM,
                    SEED, rows.length);
            for (int node = 0; node < rows.length; node++) {
                if (node % REPORTED == 0) {
                    progress.report(node, rows.length);
                }
                builder.addGraphNode(node);
            }
            progress.report(1, 1);
            return new HnswIndex(d, rows, values, builder.getCompletedGraph());
        } catch (IOException e) {
            throw new UncheckedIOException("vectors in memory cannot be read", e);
        }
    }

    /**
     * Searches.
     *
     * @param query at least d entries
     * @param keep how many to find, and how many candidates are kept on the way (ef)
     */
    public Found search(float[] query, int keep) {
        float[] prefix = Arrays.copyOf(query, d);
        PrefixRows.normalise(prefix);
        try {
            KnnCollector collected = HnswGraphSearcher.search(DefaultFlatVectorScorer.INSTANCE
                    .getRandomVectorScorer(VectorSimilarityFunction.DOT_PRODUCT, vectors, prefix),
                    Math.min(keep, rows.length), graph, null, Integer.MAX_VALUE);
            ScoreDoc[] best = collected.topDocs().scoreDocs;
            return new Found(List.of(best).stream().mapToInt(each -> rows[each.doc]).toArray(),
                    collected.visitedCount());
        } catch (IOException e) {
            throw new UncheckedIOException("vectors in memory cannot be read", e);
        }
    }
}
