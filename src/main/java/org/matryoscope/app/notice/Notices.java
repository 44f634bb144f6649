package org.matryoscope.app.notice;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.matryoscope.base.Problem;

/** Notices in a corner of the window. They stop nothing: failures stay until they are closed, news go by themselves. */
public final class Notices extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration NEWS_STAY = Duration.seconds(4);
    private static final int MOST = 4;
    /** Before the sheets, whose own order is −10 while they are shown: what fails in a sheet has to be read there. */
    private static final double BEFORE_SHEETS = -20;

    private Consumer<Throwable> onFailure = failure -> {
    };

    /** Shows nothing yet. */
    public Notices() {
        getStyleClass().add("notices");
        setViewOrder(BEFORE_SHEETS);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /**
     * Shows what failed, where, and what to do about it. Cancelled work is no failure, and shows nothing.
     *
     * @param failure what was thrown
     */
    public void show(Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            onFailure.accept(failure);
        }
        switch (failure) {
            case CancellationException cancelled -> {
            }
            case Problem problem -> {
                LOG.debug("Shown to the user", problem);
                String where = problem.where().isEmpty() ? "" : problem.where() + "\n";
                add(where + capitalised(problem.what()) + ".\n" + problem.remedy(), Feather.ALERT_TRIANGLE,
                        Styles.DANGER);
            }
            case OutOfMemoryError full ->
                add("There is not enough memory for this.\nOpen a smaller corpus or model, or start the app with more memory.",
                        Feather.ALERT_TRIANGLE, Styles.DANGER);
            default -> {
                LOG.error("Unexpected failure", failure);
                add("Something went wrong inside the app (%s).\nWhat was shown before is still valid; please report this."
                        .formatted(failure), Feather.ALERT_TRIANGLE, Styles.DANGER);
            }
        }
    }

    /**
     * Tells of every failure, cancellations left out, as well as showing it.
     *
     * @param listener takes the failure
     */
    public void setOnFailure(Consumer<Throwable> listener) {
        onFailure = listener;
    }

    /**
     * Says that something was done; goes by itself.
     *
     * @param news a sentence
     */
    public void tell(String news) {
        Notification notice = add(news, Feather.CHECK, Styles.SUCCESS);
        PauseTransition stay = new PauseTransition(NEWS_STAY);
        stay.setOnFinished(e -> getChildren().remove(notice));
        stay.play();
    }

    private Notification add(String message, Feather icon, String style) {
        Notification notice = new Notification(message, new FontIcon(icon));
        notice.getStyleClass().addAll("notice", style);
        notice.setAccessibleRole(AccessibleRole.TEXT);
        notice.setAccessibleText(message);
        notice.setOnClose(e -> getChildren().remove(notice));
        getChildren().add(notice);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return notice;
    }

    private static String capitalised(String clause) {
        return clause.isEmpty() ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
