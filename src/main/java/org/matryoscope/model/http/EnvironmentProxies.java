package org.matryoscope.model.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.matryoscope.base.Problem;

/**
 * The proxies that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY name, in capitals or not, as curl and Python's requests read
 * them. Java itself only reads system properties.
 */
public final class EnvironmentProxies extends ProxySelector {
    private final Map<String, String> environment;

    /**
     * Reads proxies from variables.
     *
     * @param environment the variables
     */
    public EnvironmentProxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Returns the proxy for an address.
     *
     * @throws Problem if the variable for it is not the address of an HTTP proxy
     */
    @Override
    public List<Proxy> select(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return isDirect(uri)
                ? List.of(Proxy.NO_PROXY)
                : Stream.of(scheme + "_proxy", "all_proxy")
                        .flatMap(name -> variable(name).map(value -> proxy(name, value)).stream())
                        .findFirst()
                        .map(List::of)
                        .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // The call fails, and says where.
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(each -> environment.getOrDefault(each, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private boolean isDirect(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return loopback || variable("no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                .anyMatch(entry -> matches(entry.toLowerCase(Locale.ROOT), host, uri.getPort()));
    }

    /** An entry is "*", a host or a domain with everything beneath it, with a leading dot or not, and perhaps a port. */
    private static boolean matches(String entry, String host, int port) {
        String named = entry.replaceFirst(":\\d+$", "");
        boolean samePort = named.equals(entry) || entry.endsWith(":" + port);
        String domain = named.replaceFirst("^\\*?\\.", "");
        return named.equals("*")
                || (samePort && !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain)));
    }

    private static Proxy proxy(String name, String value) {
        try {
            URI address = URI.create(value.contains("://") ? value : "http://" + value);
            if (address.getHost() == null || !address.getScheme().startsWith("http")) {
                throw new IllegalArgumentException("no HTTP proxy");
            }
            int port = address.getPort() >= 0 ? address.getPort() : 80;
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port));
        } catch (IllegalArgumentException e) {
            throw new Problem(name.toUpperCase(Locale.ROOT),
                    "\"" + value.replaceFirst("//.*@", "//…@") + "\" is not the address of an HTTP proxy",
                    "Set it to an address such as http://proxy.example:3128, or clear it.", e);
        }
    }
}
