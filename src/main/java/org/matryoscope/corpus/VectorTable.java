package org.matryoscope.corpus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.matryoscope.corpus.EmbeddingCache.CachedVector;

/** The cache's one table: vectors by key, with the time of their last use. Every call is one transaction. */
final class VectorTable {
    private static final int EVICTED_AT_ONCE = 1000;
    /** Uses are noted no finer than this, so that reading hardly ever writes. */
    private static final long USE_MILLIS = 3_600_000;

    private final Connection connection;

    VectorTable(Connection connection) {
        this.connection = connection;
    }

    Map<String, CachedVector> find(CacheKey key, List<String> texts, long now) throws SQLException {
        Map<String, CachedVector> found = new HashMap<>();
        List<Long> stale = new ArrayList<>();
        try (PreparedStatement select = connection
                .prepareStatement("SELECT id, vector, cut, used FROM vectors WHERE key = ?")) {
            for (String text : texts) {
                select.setBytes(1, key.of(text));
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found.put(text, new CachedVector(floats(row.getBytes(2)), row.getBoolean(3)));
                        if (now - row.getLong(4) >= USE_MILLIS) {
                            stale.add(row.getLong(1));
                        }
                    }
                }
            }
        } finally {
            // Ends the read transaction: it must not be upgraded to a write while another instance writes.
            connection.rollback();
        }
        touch(stale, now);
        return found;
    }

    void insert(CacheKey key, Map<String, CachedVector> vectors, long now) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("INSERT OR REPLACE INTO vectors(key, vector, cut, used) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<String, CachedVector> each : vectors.entrySet()) {
                insert.setBytes(1, key.of(each.getKey()));
                insert.setBytes(2, bytes(each.getValue().vector()));
                insert.setBoolean(3, each.getValue().cut());
                insert.setLong(4, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Forgets the vectors used longest ago, until the table takes no more than so many bytes. */
    void shrinkTo(long bytes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            while (usedBytes(statement) > bytes) {
                int gone = statement.executeUpdate(
                        "DELETE FROM vectors WHERE id IN (SELECT id FROM vectors ORDER BY used, id LIMIT "
                                + EVICTED_AT_ONCE + ")");
                if (gone == 0) {
                    break;
                }
            }
        }
        connection.commit();
    }

    private void touch(List<Long> ids, long now) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE vectors SET used = ? WHERE id = ?")) {
            for (long id : ids) {
                update.setLong(1, now);
                update.setLong(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
        connection.commit();
    }

    private static long usedBytes(Statement statement) throws SQLException {
        return (CacheDatabase.pragma(statement, "page_count") - CacheDatabase.pragma(statement, "freelist_count"))
                * CacheDatabase.pragma(statement, "page_size");
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
