package org.matryoscope.retrieval.database;

import org.matryoscope.vector.NumberFormat;

/** Statements in SQL. */
final class Sql {
    private Sql() {
    }

    static String pgvector(Deployment of) {
        String type = switch (of.format()) {
            case FLOAT32 -> "vector";
            case FLOAT16, INT8 -> "halfvec";
            case BINARY -> "vector";
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
        return head + switch (of.format()) {
            case BINARY -> binary(of, column);
            case FLOAT32, FLOAT16, INT8 -> of.first() == null ? """
                    CREATE INDEX ON items USING hnsw (embedding %s_cosine_ops);

                    SELECT id FROM items ORDER BY embedding <=> $1::%s LIMIT %d;
                    """.formatted(type, column, of.k()) : subvector(of, type, column);
        };
    }

    private static String subvector(Deployment of, String type, String column) {
        String prefix = "subvector(%s, 1, %d)::%s(%d)";
        String stored = prefix.formatted("embedding", of.firstD(), type, of.firstD());
        String asked = prefix.formatted("$1::" + column, of.firstD(), type, of.firstD());
        return """
                CREATE INDEX ON items USING hnsw ((%s) %s_cosine_ops);

                SET hnsw.ef_search = %d;
                SELECT id FROM (
                  SELECT id, embedding FROM items ORDER BY %s <=> %s LIMIT %d
                ) AS shortlist
                ORDER BY embedding <=> $1::%s LIMIT %d;
                """.formatted(stored, type, of.shortlist(), stored, asked, of.shortlist(), column, of.k());
    }

    private static String binary(Deployment of, String column) {
        String bits = "(binary_quantize(subvector(%s, 1, %d))::bit(%d))";
        String stored = bits.formatted("embedding", of.firstD(), of.firstD());
        String asked = bits.formatted("$1::" + column, of.firstD(), of.firstD());
        return """
                CREATE INDEX ON items USING hnsw (%s bit_hamming_ops);

                SET hnsw.ef_search = %d;
                SELECT id FROM (
                  SELECT id, embedding FROM items ORDER BY %s <~> %s LIMIT %d
                ) AS shortlist
                ORDER BY embedding <=> $1::%s LIMIT %d;
                """.formatted(stored, oversampled(of), stored, asked, oversampled(of), column, of.k());
    }

    /** Signs tell little apart: ten times as many are ranked again where no shortlist was measured. */
    private static int oversampled(Deployment of) {
        return of.first() == null ? 10 * of.k() : of.shortlist();
    }

    static String sqliteVec(Deployment of) {
        String element = switch (of.format()) {
            case FLOAT32, FLOAT16 -> "float";
            case INT8 -> "int8";
            case BINARY -> "bit";
        };
        String metric = of.format() == NumberFormat.BINARY ? "" : " distance_metric=cosine";
        String note = of.format() == NumberFormat.FLOAT16
                ? "-- sqlite-vec has no float16; float is the next larger.\n"
                : "";
        if (of.first() == null) {
            return """
                    %sCREATE VIRTUAL TABLE items USING vec0(id INTEGER PRIMARY KEY, embedding %s[%d]%s);

                    SELECT id, distance FROM items WHERE embedding MATCH :query AND k = %d ORDER BY distance;
                    """.formatted(note, element, of.d(), metric, of.k());
        }
        String distance = of.format() == NumberFormat.BINARY ? "vec_distance_hamming" : "vec_distance_cosine";
        return """
                %s-- :short and :query are the query's first %d and %d entries, in the column's type.
                CREATE VIRTUAL TABLE items USING vec0(
                  id INTEGER PRIMARY KEY,
                  short %s[%d]%s,
                  embedding %s[%d]%s
                );

                WITH shortlist AS (
                  SELECT id, embedding FROM items WHERE short MATCH :short AND k = %d
                )
                SELECT id FROM shortlist ORDER BY %s(embedding, :query) LIMIT %d;
                """.formatted(note, of.firstD(), of.d(), element, of.firstD(), metric, element, of.d(), metric,
                of.shortlist(), distance, of.k());
    }
}
