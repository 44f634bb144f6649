package org.matryoscope.retrieval.database;

import org.matryoscope.vector.NumberFormat;

/** Statements in SQL. */
final class Sql {
    /** The most dimensions that pgvector's indexes take. */
    private static final int MOST_INDEXED_FLOATS = 2000;
    private static final int MOST_INDEXED_HALVES = 4000;
    /** The most candidates that pgvector looks at before it has to go on with its scan. */
    private static final int MOST_CANDIDATES = 1000;
    /** The most neighbours that sqlite-vec gives. */
    private static final int MOST_NEIGHBOURS = 4096;

    private Sql() {
    }

    static String pgvector(Deployment of) {
        String type = switch (of.format()) {
            case FLOAT32, BINARY -> "vector";
            case FLOAT16, INT8 -> "halfvec";
        };
        String note = switch (of.format()) {
            case INT8 -> "-- pgvector has no int8; halfvec is the next larger.\n";
            case BINARY ->
                "-- The index holds signs; the table holds floats, by which the shortlist is ranked again.\n";
            case FLOAT32, FLOAT16 -> "";
        };
        String column = "%s(%d)".formatted(type, of.d());
        String head = """
                %sCREATE EXTENSION IF NOT EXISTS vector;
                CREATE TABLE items (id bigserial PRIMARY KEY, embedding %s);
                """.formatted(note, column);
        if (of.format() == NumberFormat.BINARY) {
            return head + binary(of, column);
        }
        return head + (of.first() == null ? whole(of, type) : subvector(of, type, column));
    }

    private static String whole(Deployment of, String type) {
        String indexed = indexedType(of.d(), type);
        String stored = indexed.equals(type) ? "embedding" : "(embedding::%s(%d))".formatted(indexed, of.d());
        return """
                %s
                %sSELECT id FROM items ORDER BY %s <=> $1::%s(%d) LIMIT %d;
                """.formatted(index(stored, indexed + "_cosine_ops", of.d()), candidates(of.k()), stored, indexed,
                of.d(), of.k());
    }

    private static String subvector(Deployment of, String type, String column) {
        String indexed = indexedType(of.firstD(), type);
        String prefix = "subvector(%s, 1, %d)::%s(%d)";
        String stored = prefix.formatted("embedding", of.firstD(), indexed, of.firstD());
        String asked = prefix.formatted("$1::" + column, of.firstD(), indexed, of.firstD());
        return """
                %s
                %sSELECT id FROM (
                  SELECT id, embedding FROM items ORDER BY %s <=> %s LIMIT %d
                ) AS shortlist
                ORDER BY embedding <=> $1::%s LIMIT %d;
                """.formatted(index("(" + stored + ")", indexed + "_cosine_ops", of.firstD()),
                candidates(of.shortlist()), stored, asked, of.shortlist(), column, of.k());
    }

    private static String binary(Deployment of, String column) {
        String bits = "(binary_quantize(subvector(%s, 1, %d))::bit(%d))";
        String stored = bits.formatted("embedding", of.firstD(), of.firstD());
        String asked = bits.formatted("$1::" + column, of.firstD(), of.firstD());
        return """
                CREATE INDEX ON items USING hnsw (%s bit_hamming_ops);

                %sSELECT id FROM (
                  SELECT id, embedding FROM items ORDER BY %s <~> %s LIMIT %d
                ) AS shortlist
                ORDER BY embedding <=> $1::%s LIMIT %d;
                """.formatted(stored, candidates(of.oversampled()), stored, asked, of.oversampled(), column, of.k());
    }

    private static String indexedType(int d, String type) {
        return d > MOST_INDEXED_FLOATS && d <= MOST_INDEXED_HALVES ? "halfvec" : type;
    }

    private static String index(String stored, String operators, int d) {
        return d > MOST_INDEXED_HALVES
                ? "-- pgvector's indexes take at most %d dimensions: this scans the table.\n"
                        .formatted(MOST_INDEXED_HALVES)
                : "CREATE INDEX ON items USING hnsw (%s %s);\n".formatted(stored, operators);
    }

    /** Has the index look at as many rows as are wanted, which without it are 40 at most. */
    private static String candidates(int wanted) {
        return wanted > MOST_CANDIDATES
                ? "SET hnsw.ef_search = %d;\nSET hnsw.iterative_scan = strict_order;\nSET hnsw.max_scan_tuples = %d;\n"
                        .formatted(MOST_CANDIDATES, 20 * wanted)
                : "SET hnsw.ef_search = %d;\n".formatted(Math.max(100, wanted));
    }

    static String sqliteVec(Deployment of) {
        boolean bits = of.format() == NumberFormat.BINARY;
        String element = switch (of.format()) {
            case FLOAT32, FLOAT16 -> "float";
            case INT8 -> "int8";
            case BINARY -> "bit";
        };
        // Bytes alone would be read as floats.
        String typed = switch (of.format()) {
            case FLOAT32, FLOAT16 -> "%s";
            case INT8 -> "vec_int8(%s)";
            case BINARY -> "vec_bit(%s)";
        };
        String metric = bits ? "" : " distance_metric=cosine";
        String note = switch (of.format()) {
            case FLOAT16 -> "-- sqlite-vec has no float16; float is the next larger.\n";
            case BINARY -> "-- Signs are packed eight a byte, the last byte filled up with zeros.\n";
            case FLOAT32, INT8 -> "";
        };
        String columns = "%s %s[%d]%s";
        String full = columns.formatted("embedding", element, bits ? of.wholeBytes(of.d()) : of.d(), metric);
        int shortlist = Math.min(of.shortlist(), MOST_NEIGHBOURS);
        if (of.first() == null) {
            return """
                    %sCREATE VIRTUAL TABLE items USING vec0(id INTEGER PRIMARY KEY, %s);

                    SELECT id, distance FROM items WHERE embedding MATCH %s AND k = %d ORDER BY distance;
                    """.formatted(note, full, typed.formatted(":query"), shortlist);
        }
        int firstD = bits ? of.wholeBytes(of.firstD()) : of.firstD();
        return """
                %s-- "short" and :short are the first %d of %d entries, put in beside the whole vectors.
                CREATE VIRTUAL TABLE items USING vec0(
                  id INTEGER PRIMARY KEY,
                  %s,
                  %s
                );

                WITH shortlist AS (
                  SELECT id, embedding FROM items WHERE short MATCH %s AND k = %d
                )
                SELECT id FROM shortlist ORDER BY %s(embedding, %s) LIMIT %d;
                """.formatted(note, of.firstD(), of.d(), columns.formatted("short", element, firstD, metric), full,
                typed.formatted(":short"), shortlist, bits ? "vec_distance_hamming" : "vec_distance_cosine",
                typed.formatted(":query"), of.k());
    }
}
