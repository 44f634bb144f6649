package org.matryoscope.retrieval.database;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.vector.NumberFormat;

/**
 * Requests over HTTP with bodies of JSON; a query stands in them as [0.1, 0.2], to be replaced: "short" is asked for with its first
 * entries.
 */
final class Http {
    /** The fewest dimensions that Elasticsearch cuts to signs. */
    private static final int FEWEST_SIGNS = 64;
    /** The most candidates that Elasticsearch takes. */
    private static final int MOST_CANDIDATES = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Http() {
    }

    private static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static ArrayNode query() {
        return MAPPER.createArrayNode().add(0.1).add(0.2);
    }

    private static String request(String line, ObjectNode body) {
        return line + "\n" + MAPPER.writeValueAsString(body) + "\n";
    }

    /** Says of a search in two steps what has to be put in. */
    private static String prefixNote(Deployment of) {
        return of.first() == null
                ? ""
                : "# \"short\" is the first %d of %d entries, put in beside the whole vectors.\n".formatted(of.firstD(),
                        of.d());
    }

    static String qdrant(Deployment of) {
        ObjectNode create = object();
        ObjectNode vectors = create.putObject("vectors");
        qdrantVector(vectors.putObject("full"), of, of.d());
        if (of.first() != null) {
            qdrantVector(vectors.putObject("short"), of, of.firstD());
        }
        ObjectNode search = object();
        if (of.first() != null) {
            ObjectNode prefetch = search.putObject("prefetch");
            prefetch.set("query", query());
            prefetch.put("using", "short").put("limit", of.shortlist());
        }
        search.set("query", query());
        search.put("using", "full").put("limit", of.k());
        if (of.format() == NumberFormat.BINARY && of.first() == null) {
            search.putObject("params")
                    .putObject("quantization")
                    .put("rescore", true)
                    .put("oversampling", (double) of.oversampled() / of.k());
        }
        return prefixNote(of) + request("PUT /collections/items", create) + "\n"
                + request("POST /collections/items/points/query", search);
    }

    private static void qdrantVector(ObjectNode vector, Deployment of, int d) {
        vector.put("size", d).put("distance", "Cosine");
        switch (of.format()) {
            case FLOAT32 -> {
            }
            case FLOAT16 -> vector.put("datatype", "float16");
            case INT8 -> vector.put("on_disk", true)
                    .putObject("quantization_config")
                    .putObject("scalar")
                    .put("type", "int8")
                    .put("always_ram", true);
            case BINARY -> vector.put("on_disk", true)
                    .putObject("quantization_config")
                    .putObject("binary")
                    .put("always_ram", true);
        }
    }

    static String elasticsearch(Deployment of) {
        ObjectNode create = object();
        ObjectNode properties = create.putObject("mappings").putObject("properties");
        elasticsearchField(properties.putObject("full"), of, of.d(), of.first() == null);
        if (of.first() != null) {
            elasticsearchField(properties.putObject("short"), of, of.firstD(), true);
        }
        ObjectNode search = object();
        ObjectNode knn = search.putObject("knn");
        knn.put("field", of.first() == null ? "full" : "short");
        knn.set("query_vector", query());
        int shortlist = Math.min(of.shortlist(), MOST_CANDIDATES);
        knn.put("k", shortlist).put("num_candidates", Math.clamp(2L * shortlist, 100, MOST_CANDIDATES));
        if (of.first() != null) {
            ObjectNode rescore = search.putObject("rescore").put("window_size", shortlist).putObject("query");
            rescore.put("query_weight", 0).put("rescore_query_weight", 1);
            ObjectNode score = rescore.putObject("rescore_query").putObject("script_score");
            score.putObject("query").putObject("match_all");
            ObjectNode script = score.putObject("script");
            script.put("source", "cosineSimilarity(params.query, 'full') + 1");
            script.putObject("params").set("query", query());
        }
        search.put("size", of.k());
        String note = switch (of.format()) {
            case FLOAT16 -> "# Elasticsearch has no float16; float32 is the next larger.\n";
            case BINARY -> of.firstD() < FEWEST_SIGNS
                    ? "# Elasticsearch cuts to signs from %d dimensions on; int8 is the next larger.\n"
                            .formatted(FEWEST_SIGNS)
                    : "";
            case FLOAT32, INT8 -> "";
        };
        return note + prefixNote(of) + request("PUT /items", create) + "\n" + request("POST /items/_search", search);
    }

    private static void elasticsearchField(ObjectNode field, Deployment of, int d, boolean indexed) {
        field.put("type", "dense_vector").put("dims", d).put("index", indexed);
        if (indexed) {
            field.put("similarity", "cosine").putObject("index_options").put("type", switch (of.format()) {
                case FLOAT32, FLOAT16 -> "hnsw";
                case INT8 -> "int8_hnsw";
                case BINARY -> d < FEWEST_SIGNS ? "int8_hnsw" : "bbq_hnsw";
            });
        }
    }

    static String opensearch(Deployment of) {
        ObjectNode create = object();
        create.putObject("settings").putObject("index").put("knn", true);
        ObjectNode properties = create.putObject("mappings").putObject("properties");
        opensearchField(properties.putObject("full"), of, of.d());
        if (of.first() != null) {
            opensearchField(properties.putObject("short"), of, of.firstD());
        }
        ObjectNode search = object();
        search.put("size", of.k());
        ObjectNode knn = search.putObject("query").putObject("knn").putObject(of.first() == null ? "full" : "short");
        knn.set("vector", query());
        knn.put("k", of.shortlist());
        if (of.first() != null) {
            ObjectNode rescore = search.putObject("rescore").put("window_size", of.shortlist()).putObject("query");
            rescore.put("query_weight", 0).put("rescore_query_weight", 1);
            ObjectNode score = rescore.putObject("rescore_query").putObject("script_score");
            score.putObject("query").putObject("match_all");
            ObjectNode script = score.putObject("script");
            script.put("lang", "knn").put("source", "knn_score");
            ObjectNode parameters = script.putObject("params");
            parameters.put("field", "full").set("query_value", query());
            parameters.put("space_type", "cosinesimil");
        }
        String note = of.format() == NumberFormat.INT8 ? "# OpenSearch's nearest to int8 has 7 bits.\n" : "";
        return note + prefixNote(of) + request("PUT /items", create) + "\n" + request("POST /items/_search", search);
    }

    private static void opensearchField(ObjectNode field, Deployment of, int d) {
        field.put("type", "knn_vector").put("dimension", d).put("space_type", "cosinesimil");
        if (of.format() == NumberFormat.BINARY) {
            field.put("mode", "on_disk").put("compression_level", "32x");
            return;
        }
        ObjectNode method = field.putObject("method").put("name", "hnsw");
        switch (of.format()) {
            case FLOAT16 -> scalars(method.put("engine", "faiss"), 16);
            case INT8 -> scalars(method.put("engine", "lucene"), 7);
            case FLOAT32, BINARY -> method.put("engine", "faiss");
        }
    }

    private static void scalars(ObjectNode method, int bits) {
        ObjectNode encoder = method.putObject("parameters").putObject("encoder").put("name", "sq");
        encoder.putObject("parameters").put("bits", bits);
    }
}
