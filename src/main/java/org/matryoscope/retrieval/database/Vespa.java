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
                ? "1 - hamming(attribute(full), query(full)) / %d.0".formatted(size(of.d(), bits) * Byte.SIZE)
                : "cosine_similarity(query(full), attribute(full), x)";
        String ranking = of.first() == null ? "    first-phase { expression: closeness(field, full) }\n" : """
                    first-phase { expression: closeness(field, short) }
                    second-phase {
                      rerank-count: %d
                      expression: %s
                    }
                """.indent(0).formatted(of.shortlist(), similarity);
        return """
                schema items {
                  document items {
                %s%s  }
                  rank-profile search {
                    inputs {
                %s%s    }
                %s  }
                }
                # yql: select * from items where {targetHits: %d}nearestNeighbor(%s, %s)%s
                """.formatted(full, shorter, input.formatted("full", cell, size(of.d(), bits)),
                of.first() == null ? "" : input.formatted("short", cell, size(of.firstD(), bits)), ranking,
                of.shortlist(), of.first() == null ? "full" : "short", of.first() == null ? "full" : "short",
                bits ? "\n# Signs are packed eight a byte, as \"cut --format binary\" writes them." : "");
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
