package org.matryoscope.retrieval.database;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EngineTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("%[sd]");

    static Stream<Deployment> deployments() {
        return Stream.of(NumberFormat.values())
                .flatMap(format -> Stream.of(new Deployment(248, format, null, 10),
                        new Deployment(248, format, new SearchStep(32, 100), 10)));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyEngineIsToldTheSizes(Deployment deployment) {
        for (Engine engine : Engine.values()) {
            String text = engine.statements(deployment);
            boolean packed = engine == Engine.VESPA && deployment.format() == NumberFormat.BINARY;
            assertThat(text).as(engine.label()).contains(packed ? "31" : "248").endsWith("\n");
            if (deployment.first() != null) {
                assertThat(text).as(engine.label()).contains(packed ? "[4]" : "32").contains("100");
            }
            assertThat(PLACEHOLDER.matcher(text).find()).as(text).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"QDRANT", "ELASTICSEARCH", "OPENSEARCH"})
    void requestsHaveBodiesOfJson(Engine engine) {
        deployments().forEach(deployment -> {
            List<String> bodies = new ArrayList<>();
            for (String part : Pattern.compile("(?m)^(PUT|POST) .*$")
                    .split(engine.statements(deployment).replaceAll("(?m)^#.*$", ""), -1)) {
                if (!part.isBlank()) {
                    bodies.add(part);
                }
            }
            assertThat(bodies).hasSize(2)
                    .allSatisfy(body -> assertThat(new JsonMapper().readTree(body).isObject()).isTrue());
        });
    }

    @Test
    void limitsOfTheEnginesAreKept() {
        Deployment wide = new Deployment(3072, NumberFormat.FLOAT32, null, 10);
        assertThat(Engine.PGVECTOR.statements(wide)).contains("embedding vector(3072)",
                "hnsw ((embedding::halfvec(3072)) halfvec_cosine_ops)", "<=> $1::halfvec(3072)");
        Deployment wider = new Deployment(4096, NumberFormat.FLOAT32, null, 10);
        assertThat(Engine.PGVECTOR.statements(wider)).doesNotContain("CREATE INDEX").contains("at most 4000");
        Deployment many = new Deployment(256, NumberFormat.FLOAT32, new SearchStep(64, 5000), 10);
        assertThat(Engine.PGVECTOR.statements(many)).contains("ef_search = 1000;", "iterative_scan = strict_order;");
        assertThat(Engine.SQLITE_VEC.statements(many)).contains("k = 4096");
        assertThat(Engine.ELASTICSEARCH.statements(many)).contains("\"num_candidates\" : 10000");
        Deployment odd = new Deployment(90, NumberFormat.BINARY, new SearchStep(30, 100), 10);
        assertThat(Engine.ELASTICSEARCH.statements(odd)).contains("int8_hnsw", "from 64 dimensions on");
        assertThat(Engine.SQLITE_VEC.statements(odd)).contains("bit[96]", "bit[32]", "vec_bit(:short)",
                "vec_bit(:query)");
        assertThat(Engine.MILVUS.statements(odd)).contains("dim=96", "dim=32");
        assertThat(Engine.FAISS.statements(odd)).contains("IndexBinaryFlat(32)");
        assertThat(Engine.VESPA.statements(odd)).contains("(x[12])", "(x[4])", "sum, x) / 96.0");
    }

    @Test
    void namesItsDocumentationAndVersion() {
        assertThat(Engine.values()).allSatisfy(engine -> {
            assertThat(engine.documentation()).startsWith("https://");
            assertThat(engine.version()).matches("[0-9.]+");
        });
    }

    @Test
    void aFirstStepIsShorter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment(64, NumberFormat.FLOAT32, new SearchStep(64, 100), 10));
    }
}
