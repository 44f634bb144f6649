package org.matryoscope.model.hub;

import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.model.http.EnvironmentProxies;

/**
 * Which hub is asked, as whom, and where its models go.
 *
 * @param endpoint the hub's address, without a slash at its end
 * @param token the user's token, sent to the hub and to no other host
 * @param proxies the proxies to use
 * @param offline whether the user has forbidden to ask the hub
 * @param cache the folder of models, laid out as the hub's own library does
 */
public record HubSettings(URI endpoint, Optional<String> token, ProxySelector proxies, boolean offline, Path cache) {
    private static final String HUB = "https://huggingface.co";
    private static final Set<String> YES = Set.of("1", "true", "yes", "on");

    /**
     * Reads the settings that the hub's own library reads: HF_ENDPOINT, HF_TOKEN, HF_HUB_OFFLINE, HF_HUB_CACHE and HF_HOME, and
     * the variables for proxies.
     *
     * @throws Problem if HF_ENDPOINT is not an address
     */
    public static HubSettings ofSystem() {
        return of(System.getenv(), CacheRoots.ofSystem());
    }

    static HubSettings of(Map<String, String> environment, CacheRoots roots) {
        String endpoint = environment.getOrDefault("HF_ENDPOINT", "").strip();
        return new HubSettings(address(endpoint.isEmpty() ? HUB : endpoint),
                Optional.of(environment.getOrDefault("HF_TOKEN", "").strip()).filter(token -> !token.isEmpty()),
                new EnvironmentProxies(environment),
                YES.contains(environment.getOrDefault("HF_HUB_OFFLINE", "").strip().toLowerCase(Locale.ROOT)),
                roots.hub());
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text.replaceFirst("/+$", ""));
            if (address.getHost() != null && address.getScheme().matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(text, e);
        }
        throw notAnAddress(text, null);
    }

    private static Problem notAnAddress(String text, @Nullable Exception cause) {
        return new Problem("HF_ENDPOINT", "\"" + text + "\" is not the address of a hub",
                "Set it to an address such as " + HUB + ", or clear it.", cause);
    }
}
