package org.matryoscope.retrieval.database;

import org.matryoscope.vector.NumberFormat;

/** Programs in Python; "vectors" and "query" are arrays of numpy's, cut to d and re-normalised. */
final class Python {
    /** Prepares prefixes of the first step. */
    private static final String PREFIX = """
            def prefix(vectors, d):
                short = vectors[..., :d]
                return short / np.linalg.norm(short, axis=-1, keepdims=True)

            """;

    private Python() {
    }

    static String milvus(Deployment of) {
        String type = switch (of.format()) {
            case FLOAT32 -> "FLOAT_VECTOR";
            case FLOAT16 -> "FLOAT16_VECTOR";
            case INT8 -> "INT8_VECTOR";
            case BINARY -> "BINARY_VECTOR";
        };
        boolean bits = of.format() == NumberFormat.BINARY;
        String index = bits
                ? "index_type=\"BIN_FLAT\", metric_type=\"HAMMING\""
                : "index_type=\"HNSW\", metric_type=\"COSINE\", params={\"M\": 16, \"efConstruction\": 100}";
        String multiple = bits ? "# Signs are packed eight a byte, the last byte filled up with zeros.\n" : "";
        int d = bits ? of.wholeBytes(of.d()) : of.d();
        int firstD = bits ? of.wholeBytes(of.firstD()) : of.firstD();
        String shortField = of.first() == null
                ? ""
                : "# \"short\" is the first %d of %d entries, put in beside the whole vectors.\n".formatted(of.firstD(),
                        of.d()) + "schema.add_field(\"short\", DataType.%s, dim=%d)\n".formatted(type, firstD);
        String shortIndex = of.first() == null ? "" : "index.add_index(\"short\", %s)\n".formatted(index);
        String search = of.first() == null
                ? "client.search(\"items\", data=[query], anns_field=\"full\", limit=%d)\n".formatted(of.k())
                : """
                        shortlist = client.search("items", data=[short_query], anns_field="short", limit=%d)[0]
                        ids = [hit["id"] for hit in shortlist]
                        client.search("items", data=[query], anns_field="full", limit=%d, filter=f"id in {ids}")
                        """.formatted(of.shortlist(), of.k());
        return """
                from pymilvus import DataType, MilvusClient

                client = MilvusClient("http://localhost:19530")
                schema = client.create_schema()
                schema.add_field("id", DataType.INT64, is_primary=True)
                %sschema.add_field("full", DataType.%s, dim=%d)
                %sindex = client.prepare_index_params()
                index.add_index("full", %s)
                %sclient.create_collection("items", schema=schema, index_params=index)

                %s""".formatted(multiple, type, d, shortField, index, shortIndex, search);
    }

    static String weaviate(Deployment of) {
        String quantizer = switch (of.format()) {
            case FLOAT32, FLOAT16 -> "";
            case INT8 -> ", quantizer=Configure.VectorIndex.Quantizer.sq()";
            case BINARY ->
                ", quantizer=Configure.VectorIndex.Quantizer.bq(rescore_limit=%d)".formatted(of.oversampled());
        };
        String note = of.format() == NumberFormat.FLOAT16 ? "# Weaviate keeps float32; it has no float16.\n" : "";
        String named = """
                        Configure.Vectors.self_provided(
                            name="%s",
                            vector_index_config=Configure.VectorIndex.hnsw(distance_metric=VectorDistances.COSINE%s),
                        ),
                """;
        String shorter = of.first() == null ? "" : named.formatted("short", quantizer);
        String search = of.first() == null
                ? "items.query.near_vector(query.tolist(), target_vector=\"full\", limit=%d)\n".formatted(of.k())
                : """
                        %sshortlist = items.query.near_vector(
                            prefix(query, %d).tolist(), target_vector="short", limit=%d, include_vector=["full"]
                        ).objects
                        shortlist.sort(key=lambda item: -float(np.dot(item.vector["full"], query)))
                        best = shortlist[:%d]
                        """.formatted(PREFIX, of.firstD(), of.shortlist(), of.k());
        return """
                import numpy as np
                import weaviate
                from weaviate.classes.config import Configure, VectorDistances

                client = weaviate.connect_to_local()
                # Vectors of %d dimensions: the first one that is put in decides.
                %sitems = client.collections.create(
                    "Items",
                    vector_config=[
                %s%s    ],
                )

                %s""".formatted(of.d(), note, named.formatted("full", quantizer), shorter, search);
    }

    static String lancedb(Deployment of) {
        String type = switch (of.format()) {
            case FLOAT32, INT8, BINARY -> "pa.float32()";
            case FLOAT16 -> "pa.float16()";
        };
        String note = switch (of.format()) {
            case FLOAT32, FLOAT16 -> "";
            case INT8, BINARY -> "# The index holds few bits; the table holds floats.\n";
        };
        String refined = of.format() == NumberFormat.BINARY && of.first() == null
                ? ".refine_factor(%d)".formatted(of.oversampled() / of.k())
                : "";
        String index = switch (of.format()) {
            case FLOAT32, FLOAT16 -> "IVF_HNSW_FLAT";
            case INT8 -> "IVF_HNSW_SQ";
            case BINARY -> "IVF_RQ";
        };
        String column = of.first() == null ? "full" : "short";
        String shorter = of.first() == null
                ? ""
                : "    pa.field(\"short\", pa.list_(%s, %d)),\n".formatted(type, of.firstD());
        String search = of.first() == null
                ? "table.search(query, vector_column_name=\"full\").distance_type(\"cosine\")%s.limit(%d).to_list()\n"
                        .formatted(refined, of.k())
                : """
                        %sshortlist = (
                            table.search(prefix(query, %d), vector_column_name="short")
                            .distance_type("cosine").limit(%d).to_list()
                        )
                        shortlist.sort(key=lambda item: -float(np.dot(item["full"], query)))
                        best = shortlist[:%d]
                        """.formatted(PREFIX, of.firstD(), of.shortlist(), of.k());
        return """
                import lancedb
                import numpy as np
                import pyarrow as pa

                schema = pa.schema([
                    pa.field("id", pa.int64()),
                    pa.field("full", pa.list_(%s, %d)),
                %s])
                table = lancedb.connect("items.lance").create_table("items", schema=schema)
                # after adding rows:
                %stable.create_index(metric="cosine", vector_column_name="%s", index_type="%s")

                %s""".formatted(type, of.d(), shorter, note, column, index, search);
    }

    static String faiss(Deployment of) {
        boolean bits = of.format() == NumberFormat.BINARY;
        String make = switch (of.format()) {
            case FLOAT32 -> "faiss.IndexHNSWFlat(%d, 16, faiss.METRIC_INNER_PRODUCT)";
            case FLOAT16 -> "faiss.IndexHNSWSQ(%d, faiss.ScalarQuantizer.QT_fp16, 16, faiss.METRIC_INNER_PRODUCT)";
            case INT8 -> "faiss.IndexHNSWSQ(%d, faiss.ScalarQuantizer.QT_8bit, 16, faiss.METRIC_INNER_PRODUCT)";
            case BINARY -> "faiss.IndexBinaryFlat(%d)";
        };
        int width = bits ? of.wholeBytes(of.firstD()) : of.firstD();
        String coded = bits ? "np.packbits(%s >= 0, axis=-1)" : "prefix(%s, " + of.firstD() + ")";
        String short2 = bits ? "%s[:, :" + of.firstD() + "]" : "%s";
        String stored = coded.formatted(short2.formatted("vectors"));
        String asked = coded.formatted(short2.formatted("query[None]"));
        String rank = of.first() == null && !bits
                ? "best = rows[0]\n"
                : "rows = rows[0]\nbest = rows[np.argsort(-(vectors[rows] @ query), kind=\"stable\")][:%d]\n"
                        .formatted(of.k());
        int keep = bits ? of.oversampled() : of.shortlist();
        return """
                import faiss
                import numpy as np

                # "vectors" (one a row) and "query" have %d dimensions, cut and re-normalised.
                %sindex = %s
                %sindex.add(%s)

                _, rows = index.search(%s, %d)
                %s""".formatted(of.d(), bits ? "" : PREFIX, make.formatted(width),
                bits || of.format() == NumberFormat.FLOAT32 ? "" : "index.train(" + stored + ")\n", stored, asked, keep,
                rank);
    }
}
