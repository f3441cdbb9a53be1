package io.kenshin.embedding.model;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.graph.CodeModelException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The models in memory: the most recently used few, each loaded once. */
@ApplicationScoped
public class LoadedModels {
    private static final Logger LOG = Logger.getLogger(LoadedModels.class);

    private final Device device;
    private final int most;
    private final MeterRegistry metrics;
    private final Map<String, Entry> models = new LinkedHashMap<>(8, 0.75f, true);

    LoadedModels(
            @ConfigProperty(name = "kenshin.embedding.device") String device,
            @ConfigProperty(name = "kenshin.embedding.models") int most,
            MeterRegistry metrics) {
        this.device = Device.parse(device);
        this.most = most;
        this.metrics = metrics;
    }

    private static final class Entry {
        final CodeModel model;
        int users;

        Entry(CodeModel model) {
            this.model = model;
        }
    }

    void check(@Observes StartupEvent event) {
        boolean cuda = device != Device.CPU && CodeModel.cudaAvailable();
        if (device == Device.CUDA && !cuda) {
            throw new CodeModelException("device cuda was demanded (KENSHIN_DEVICE) but is not available:"
                    + " use the GPU image on a node with a driver, or auto");
        }
        if (device == Device.AUTO && !cuda) {
            LOG.info("device auto: no CUDA here, running on the CPU");
        }
        metrics.gauge("kenshin.embedding.cuda", cuda ? 1 : 0);
    }

    /** Uses a model; it stays loaded for as long as the work runs. */
    public <T> T with(String directory, Function<CodeModel, T> work) {
        Entry entry = acquire(directory);
        try {
            return work.apply(entry.model);
        } finally {
            release(entry);
        }
    }

    private synchronized Entry acquire(String directory) {
        Entry entry = models.get(directory);
        if (entry == null) {
            evict();
            int cores = Runtime.getRuntime().availableProcessors();
            entry = new Entry(CodeModel.open(Path.of(directory), device, cores));
            LOG.infof(
                    "loaded %s: %d layers, device %s",
                    directory, entry.model.layers().layers(), entry.model.device());
            models.put(directory, entry);
        }
        entry.users++;
        return entry;
    }

    private synchronized void release(Entry entry) {
        entry.users--;
    }

    private void evict() {
        Iterator<Map.Entry<String, Entry>> oldest = models.entrySet().iterator();
        while (models.size() >= most && oldest.hasNext()) {
            Entry entry = oldest.next().getValue();
            if (entry.users == 0) {
                entry.model.close();
                oldest.remove();
            }
        }
    }

    @PreDestroy
    synchronized void close() {
        models.values().forEach(entry -> entry.model.close());
        models.clear();
    }
}
