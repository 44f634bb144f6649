package org.matryoscope.model.hub;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The variables of the hub's own library, and the names that users write. */
class HubSettingsTest {
    @TempDir
    private Path home;

    @Test
    void theHubsVariablesAreHonoured() {
        HubSettings settings = of(
                Map.of("HF_ENDPOINT", "https://mirror.example/hub/", "HF_TOKEN", " hf_x ", "HF_HUB_OFFLINE", "1"));

        assertThat(settings.endpoint()).hasToString("https://mirror.example/hub");
        assertThat(settings.token()).contains("hf_x");
        assertThat(settings.offline()).isTrue();
        assertThat(of(Map.of()).token()).isEmpty();
        assertThat(of(Map.of()).offline()).isFalse();
        assertThat(of(Map.of()).endpoint().getScheme()).isEqualTo("https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mirror", "ftp://mirror.example", "https://", "http://a b"})
    void anEndpointThatIsNoAddressIsSaid(String endpoint) {
        Problem problem = catchThrowableOfType(Problem.class, () -> of(Map.of("HF_ENDPOINT", endpoint)));

        assertThat(problem.where()).isEqualTo("HF_ENDPOINT");
        assertThat(problem.what()).contains(endpoint);
    }

    @ParameterizedTest
    @CsvSource({"nomic-ai/nomic-embed-text-v1.5, nomic-ai/nomic-embed-text-v1.5, main", "gpt2, gpt2, main",
            "a/b@v1.0, a/b, v1.0", "https://hub.example/a/b, a/b, main", "https://hub.example/a/b/tree/dev, a/b, dev",
            "' a/b ', a/b, main"})
    void modelsAreNamedAsOnTheirPages(String text, String name, String revision) {
        assertThat(ModelId.of(text)).isEqualTo(new ModelId(name, revision));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b/c", "../b", "a/..", "a b", "a/b?x", "a--b/c", "/a"})
    void whatIsNoNameIsRefused(String text) {
        assertThat(catchThrowableOfType(Problem.class, () -> ModelId.of(text)).what())
                .contains("not the name of a model");
    }

    private HubSettings of(Map<String, String> environment) {
        return HubSettings.of(environment, new CacheRoots(environment, home, home));
    }
}
