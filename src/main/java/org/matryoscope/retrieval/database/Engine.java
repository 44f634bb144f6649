package org.matryoscope.retrieval.database;

/** Databases and libraries for which settings are written, each from its own documentation. */
public enum Engine {
    /** The extension of PostgreSQL. */
    PGVECTOR("pgvector", "0.8", "https://github.com/pgvector/pgvector"),
    /** Qdrant, over HTTP. */
    QDRANT("Qdrant", "1.20", "https://qdrant.tech/documentation/search/hybrid-queries/"),
    /** Milvus, from Python. */
    MILVUS("Milvus", "2.6", "https://milvus.io/docs/hnsw.md"),
    /** Elasticsearch, over HTTP. */
    ELASTICSEARCH("Elasticsearch", "9.1",
            "https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/dense-vector"),
    /** OpenSearch, over HTTP. */
    OPENSEARCH("OpenSearch", "3.9",
            "https://docs.opensearch.org/latest/mappings/supported-field-types/knn-memory-optimized"),
    /** Vespa's schema. */
    VESPA("Vespa", "8", "https://docs.vespa.ai/en/querying/nearest-neighbor-search.html"),
    /** Weaviate, from Python. */
    WEAVIATE("Weaviate", "1.32", "https://docs.weaviate.io/weaviate/config-refs/indexing/vector-index"),
    /** LanceDB, from Python. */
    LANCEDB("LanceDB", "0.40", "https://docs.lancedb.com/indexing/vector-index"),
    /** The extension of SQLite. */
    SQLITE_VEC("sqlite-vec", "0.1", "https://alexgarcia.xyz/sqlite-vec/guides/matryoshka.html"),
    /** FAISS, from Python. */
    FAISS("FAISS", "1.15", "https://github.com/facebookresearch/faiss/wiki/Faiss-indexes");

    private final String label;
    private final String version;
    private final String documentation;

    Engine(String label, String version, String documentation) {
        this.label = label;
        this.version = version;
        this.documentation = documentation;
    }

    /** Returns its name. */
    public String label() {
        return label;
    }

    /** Returns the version that the statements are written for. */
    public String version() {
        return version;
    }

    /** Returns the address of its documentation. */
    public String documentation() {
        return documentation;
    }

    /** Returns the statements that store and search vectors so. */
    public String statements(Deployment deployment) {
        return switch (this) {
            case PGVECTOR -> Sql.pgvector(deployment);
            case QDRANT -> Http.qdrant(deployment);
            case MILVUS -> Python.milvus(deployment);
            case ELASTICSEARCH -> Http.elasticsearch(deployment);
            case OPENSEARCH -> Http.opensearch(deployment);
            case VESPA -> Vespa.schema(deployment);
            case WEAVIATE -> Python.weaviate(deployment);
            case LANCEDB -> Python.lancedb(deployment);
            case SQLITE_VEC -> Sql.sqliteVec(deployment);
            case FAISS -> Python.faiss(deployment);
        };
    }
}
