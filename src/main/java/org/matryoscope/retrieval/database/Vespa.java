package org.matryoscope.retrieval.database;

import org.matryoscope.vector.NumberFormat;

/** A schema of Vespa's. */
final class Vespa {
    private Vespa() {
    }

    static String schema(Deployment of) {
        String cell = switch (of.format()) {
            case FLOAT32 -> "float";
            case FLOAT16 -> "bfloat16";
            case INT8, BINARY -> "int8";
        };
        boolean bits = of.format() == NumberFormat.BINARY;
        String metric = bits ? "hamming" : "angular";
        String full = field("full", cell, size(of.d(), bits), of.first() == null ? metric : "");
        String shorter = of.first() == null ? "" : field("short", cell, size(of.firstD(), bits), metric);
        String input = "      query(%s) tensor<%s>(x[%d])\n";
        String similarity = bits
                ? "1 - reduce(hamming(query(full), attribute(full)), sum, x) / %d.0".formatted(of.wholeBytes(of.d()))
                : "cosine_similarity(query(full), attribute(full), x)";
        String ranking = of.first() == null ? "    first-phase { expression: closeness(field, full) }\n" : """
                    first-phase { expression: closeness(field, short) }
                    second-phase {
                      rerank-count: %d
                      expression: %s
                    }
                """.indent(0).formatted(of.shortlist(), similarity);
        String searched = of.first() == null ? "full" : "short";
        String asked = of.first() == null ? "" : "# input.query(short): [0.1, 0.2]\n";
        String note = switch (of.format()) {
            case FLOAT32 -> "";
            case FLOAT16 -> "# Vespa has no float16; bfloat16 is as large, with 8 significant bits in place of 11.\n";
            case INT8 -> "# Whole numbers from -127 to 127, as \"cut --format int8\" writes them.\n";
            case BINARY ->
                "# Signs are packed eight a byte, as \"cut --format binary\" writes them; 128 to 255 are -128 to -1.\n";
        };
        String prefix = of.first() == null
                ? ""
                : "# \"short\" is the first %d of %d entries, put in beside the whole vectors.\n".formatted(of.firstD(),
                        of.d());
        return """
                %s%sschema items {
                  document items {
                %s%s  }
                  rank-profile search {
                    inputs {
                %s%s    }
                %s  }
                }

                # A query, with numbers to be replaced:
                # yql: select * from items where {targetHits: %d}nearestNeighbor(%s, %s)
                # hits: %d
                # ranking: search
                # input.query(full): [0.1, 0.2]
                %s""".formatted(note, prefix, full, shorter, input.formatted("full", cell, size(of.d(), bits)),
                of.first() == null ? "" : input.formatted("short", cell, size(of.firstD(), bits)), ranking,
                of.shortlist(), searched, searched, of.k(), asked);
    }

    private static int size(int d, boolean bits) {
        return bits ? Math.ceilDiv(d, Byte.SIZE) : d;
    }

    private static String field(String name, String cell, int size, String metric) {
        String index = metric.isEmpty()
                ? ""
                : "      attribute { distance-metric: %s }\n      index { hnsw { max-links-per-node: 16 } }\n"
                        .formatted(metric);
        return """
                    field %s type tensor<%s>(x[%d]) {
                      indexing: attribute%s
                %s    }
                """.formatted(name, cell, size, metric.isEmpty() ? "" : " | index", index);
    }
}
