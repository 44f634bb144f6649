package org.matryoscope.app.theme;

import javafx.application.ColorScheme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The two themes. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(),
            "tokens-light.css"), DARK(new PrimerDark().getUserAgentStylesheet(), "tokens-dark.css");

    private final String userAgentStylesheet;
    private final String tokens;

    Theme(String userAgentStylesheet, String tokens) {
        this.userAgentStylesheet = userAgentStylesheet;
        this.tokens = tokens;
    }

    /** Returns the theme that goes with the system's colour scheme. */
    public static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    /** Returns the other theme. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    String userAgentStylesheet() {
        return userAgentStylesheet;
    }

    String tokens() {
        return Look.resource(tokens);
    }
}
