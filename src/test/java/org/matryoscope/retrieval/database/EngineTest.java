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
            for (String part : Pattern.compile("(?m)^(PUT|POST) .*$").split(engine.statements(deployment), -1)) {
                if (!part.isBlank()) {
                    bodies.add(part);
                }
            }
            assertThat(bodies).hasSize(2)
                    .allSatisfy(body -> assertThat(new JsonMapper().readTree(body).isObject()).isTrue());
        });
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
