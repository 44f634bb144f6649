package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.notice.Notices;
import org.matryoscope.app.session.ContenderList;
import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ModelSource;
import org.matryoscope.app.session.RankingUpdater;
import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.session.SideChoice;
import org.matryoscope.app.settings.Preferences;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Workers;
import org.matryoscope.app.theme.Look;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.corpus.SqliteEmbeddingCache;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.hub.HubSettings;
import org.matryoscope.model.hub.ModelHub;
import org.matryoscope.model.server.EmbeddingServer;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.study.VectorImport;

/** Everything behind the window: its state, who works for it, what it remembers. Made and used on the FX thread. */
public final class Instrument {
    private final Startup startup;
    private final Workbench workbench = new Workbench();
    private final Notices notices = new Notices();
    private final Workers workers = new Workers(notices::show);
    private final EmbeddingCache cache;
    private final Session session;
    private final Supplier<ModelHub> hubs;
    private final ContenderList contenders = new ContenderList(workbench,
            RotatedVectors.keptIn(CacheFolders.platform(), VectorImport.DEFAULT_BYTES));
    private final Preferences preferences;
    private final Look look;

    /**
     * Prepares an instrument that has nothing open.
     *
     * @param startup what was read before
     * @param models loads models
     */
    public Instrument(Startup startup, ModelSource models) {
        this(startup, models, () -> new ModelHub(HubSettings.ofSystem()));
    }

    /**
     * Prepares an instrument that has nothing open.
     *
     * @param startup what was read before
     * @param models loads models
     * @param hubs opens the hub that models are got from by their names
     */
    public Instrument(Startup startup, ModelSource models, Supplier<ModelHub> hubs) {
        this.hubs = hubs;
        this.startup = startup;
        cache = SqliteEmbeddingCache.standard(trouble -> Platform.runLater(() -> notices.show(trouble)));
        session = new Session(workbench, workers, models,
                new VectorImport(CacheFolders.platform(), VectorImport.DEFAULT_BYTES), new CorpusEmbedder(cache));
        session.setOnNews(notices::tell);
        Settings settings = startup.settings();
        preferences = new Preferences(settings, startup.settingsFile(), workers.saves());
        Theme chosen = settings.theme();
        look = new Look(chosen != null ? chosen : Theme.of(Platform.getPreferences().getColorScheme()),
                settings.textScale());
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> {
            if (preferences.settings().get().theme() == null) {
                look.theme().set(Theme.of(scheme));
            }
        });
        for (Side side : Side.values()) {
            new RankingUpdater(side, workbench, workers.ranking(), RankingUpdater::live);
            session.choice(side).subscribe(this::remember);
        }
    }

    /** Remembers how a model was set, once it is loaded: settings with which it cannot be loaded are not kept. */
    private void remember(@Nullable SideChoice loaded) {
        if (loaded instanceof ModelChoice model && !model.equals(remembered(model.folder()))) {
            preferences.update(settings -> settings.withModel(model));
        }
    }

    private ModelChoice remembered(Path folder) {
        return preferences.settings().get().model(folder);
    }

    /** Returns what loads models: from their folders, with one inference thread a processor, or from servers. */
    public static ModelSource models() {
        int threads = Runtime.getRuntime().availableProcessors();
        return (choice, progress) -> switch (choice) {
            case ModelChoice model -> Encoders.load(model.folder(), model.overrides(), threads, progress);
            case ServerChoice server ->
                EmbeddingServer.of(server.address()).encoder(server.model(), null, server.overrides(), progress);
        };
    }

    /**
     * Opens a corpus under the models that come with the app.
     *
     * @param corpus the id of one that comes with the app
     */
    public void openFirst(String corpus) {
        List<Path> models = startup.catalogue().firstModels();
        if (!models.isEmpty()) {
            session.openModel(Side.A, remembered(models.getFirst()));
        }
        if (models.size() > 1) {
            session.openModel(Side.B, remembered(models.get(1)));
        }
        session.openCorpus(new CorpusSource.BuiltIn(corpus), "");
    }

    /** What was read before the window was built. */
    public Startup startup() {
        return startup;
    }

    /** The shared state. */
    public Workbench workbench() {
        return workbench;
    }

    /** Where failures are shown. */
    public Notices notices() {
        return notices;
    }

    /** Who works. */
    public Workers workers() {
        return workers;
    }

    /** What is open. */
    public Session session() {
        return session;
    }

    /** Opens the hub, to be closed by the caller; asks it nothing yet. */
    public ModelHub hub() {
        return hubs.get();
    }

    /** What is compared. */
    public ContenderList contenders() {
        return contenders;
    }

    /** What is remembered. */
    public Preferences preferences() {
        return preferences;
    }

    /** Theme and text size. */
    public Look look() {
        return look;
    }

    /** Returns D of model A, or 1 before there is a result. */
    public int dimension() {
        Subject subject = workbench.subject(Side.A).get();
        return subject == null ? 1 : subject.dimension();
    }

    /** Ends all work and saves what is not saved yet; for the end of the app, not for the FX thread. */
    public void close() {
        preferences.flush();
        cache.close();
    }
}
