package org.matryoscope.model.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EnvironmentProxiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | https://hub.example | direct",
            "HTTPS_PROXY=http://p:3128 | https://hub.example | p:3128",
            "https_proxy=p:3128 | https://hub.example | p:3128", "HTTP_PROXY=http://p | http://hub.example | p:80",
            "HTTP_PROXY=http://p | https://hub.example | direct", "ALL_PROXY=http://p:1 | https://hub.example | p:1",
            "https_proxy=http://p:1 NO_PROXY=hub.example,other | https://hub.example | direct",
            "https_proxy=http://p:1 NO_PROXY=.example | https://hub.example | direct",
            "https_proxy=http://p:1 NO_PROXY=* | https://hub.example | direct",
            "https_proxy=http://p:1 NO_PROXY=hub.example:8443 | https://hub.example:8443 | direct",
            "https_proxy=http://p:1 NO_PROXY=hub.example:8443 | https://hub.example | p:1",
            "https_proxy=http://p:1 NO_PROXY=ub.example | https://hub.example | p:1",
            "http_proxy=http://p:1 | http://localhost:11434 | direct",
            "http_proxy=http://p:1 | http://127.0.0.1:11434 | direct"})
    void theVariablesAreReadAsCurlReadsThem(String variables, String address, String expected) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.isEmpty() ? new String[0] : variables.split(" ")) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        Proxy proxy = new EnvironmentProxies(environment).select(URI.create(address)).getFirst();

        assertThat(proxy.address() instanceof InetSocketAddress there
                ? there.getHostString() + ":" + there.getPort()
                : "direct").isEqualTo(expected);
    }

    @Test
    void aProxyThatIsNoneIsSaidWithoutItsPassword() {
        Problem problem = catchThrowableOfType(Problem.class,
                () -> new EnvironmentProxies(Map.of("HTTPS_PROXY", "socks5://user:secret@p:1"))
                        .select(URI.create("https://hub.example")));

        assertThat(problem.where()).isEqualTo("HTTPS_PROXY");
        assertThat(problem.getMessage()).doesNotContain("secret");
    }
}
