package org.matryoscope.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;

import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How the window looks: theme and text size, which take effect on every dressed scene and on its popups. */
public final class Look {
    private static final List<String> FONTS = List.of("MatryoscopeSans-Regular.ttf", "MatryoscopeSans-Bold.ttf");
    private static final double ANY_SIZE = 12;

    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<TextScale> scale;

    /**
     * Sets the look to start with.
     *
     * @param theme light or dark
     * @param scale the text size
     */
    public Look(Theme theme, TextScale scale) {
        this.theme = new SimpleObjectProperty<>(this, "theme", theme);
        this.scale = new SimpleObjectProperty<>(this, "scale", scale);
    }

    /** Loads the bundled fonts; reads files, so not for the FX thread. */
    public static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream in = Objects
                    .requireNonNull(Look.class.getResourceAsStream("/org/matryoscope/chart/fonts/" + font))) {
                Font.loadFont(in, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Light or dark. */
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** The text size. */
    public ObjectProperty<TextScale> scale() {
        return scale;
    }

    /**
     * Gives a scene the look, now and when it changes.
     *
     * @param scene the window's scene
     */
    public void dress(Scene scene) {
        theme.subscribe(() -> apply(scene));
        scale.subscribe(() -> apply(scene));
        apply(scene);
    }

    private void apply(Scene scene) {
        Application.setUserAgentStylesheet(theme.get().userAgentStylesheet());
        scene.getStylesheets()
                .setAll(resource("controls.css"), resource("window.css"), theme.get().tokens(),
                        scale.get().stylesheet());
    }

    static String resource(String name) {
        URL url = Objects.requireNonNull(Look.class.getResource("/org/matryoscope/app/" + name), name);
        return url.toExternalForm();
    }
}
