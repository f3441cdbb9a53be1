package io.kenshin.remediation.evidence;

import io.kenshin.contracts.finding.TriggerReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.component.ModelCard;
import org.cyclonedx.model.component.data.ComponentData;
import org.cyclonedx.model.component.data.DatasetChoice;
import org.cyclonedx.model.component.modelCard.ModelParameters;
import org.cyclonedx.model.component.modelCard.PerformanceMetric;
import org.cyclonedx.model.component.modelCard.QuantitativeAnalysis;

/**
 * The bill of materials of a healed model: what it was made from, what was found and left out, and what was measured.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
final class ModelBom {
    private static final String BEFORE = ".before";
    private static final String AFTER = ".after";

    private ModelBom() {}

    /** The bill as JSON; the same facts give the same text. */
    static String json(ModelFacts facts) {
        Component data = data(facts);
        Bom bom = new Bom();
        bom.setSerialNumber("urn:uuid:"
                + UUID.nameUUIDFromBytes((facts.caseId() + facts.modelDigest()).getBytes(StandardCharsets.UTF_8)));
        Metadata metadata = new Metadata();
        metadata.setTimestamp(Date.from(Instant.parse(facts.promoted())));
        metadata.setComponent(model(facts, data));
        bom.setMetadata(metadata);
        bom.setComponents(new ArrayList<>(List.of(data)));
        try {
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        } catch (GeneratorException e) {
            throw new IllegalStateException("the bill of materials cannot be written: " + e.getMessage(), e);
        }
    }

    private static Component model(ModelFacts facts, Component data) {
        Component model = new Component();
        model.setType(Component.Type.MACHINE_LEARNING_MODEL);
        model.setBomRef("model");
        model.setName(facts.model());
        model.setVersion(Integer.toString(facts.version()));
        model.setHashes(List.of(new Hash(Hash.Algorithm.SHA_256, facts.modelDigest())));
        ModelParameters parameters = new ModelParameters();
        parameters.setTask("text-classification: " + String.join(", ", facts.labels()));
        DatasetChoice choice = new DatasetChoice();
        choice.setRef(data.getBomRef());
        parameters.setDatasets(List.of(choice));
        ModelCard card = new ModelCard();
        card.setModelParameters(parameters);
        QuantitativeAnalysis analysis = new QuantitativeAnalysis();
        analysis.setPerformanceMetrics(metrics(facts.figures()));
        card.setQuantitativeAnalysis(analysis);
        model.setModelCard(card);
        model.setProperties(properties(facts));
        return model;
    }

    private static List<PerformanceMetric> metrics(Map<String, Double> figures) {
        List<PerformanceMetric> metrics = new ArrayList<>();
        new TreeMap<>(figures).forEach((name, value) -> {
            PerformanceMetric metric = new PerformanceMetric();
            boolean before = name.endsWith(BEFORE);
            boolean after = name.endsWith(AFTER);
            metric.setType(before || after ? name.substring(0, name.lastIndexOf('.')) : name);
            metric.setSlice(before ? "before healing" : "after healing");
            metric.setValue(String.format(Locale.ROOT, "%.6f", value));
            metrics.add(metric);
        });
        return metrics;
    }

    private static List<Property> properties(ModelFacts facts) {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("kenshin:case", facts.caseId()));
        properties.add(new Property("kenshin:scan", facts.scanId()));
        if (facts.rescanId() != null) {
            properties.add(new Property("kenshin:verifying-scan", facts.rescanId()));
        }
        properties.add(new Property("kenshin:strategy", facts.strategy()));
        if (facts.base() != null) {
            properties.add(new Property("kenshin:base", facts.base()));
        }
        for (TriggerReport trigger : facts.triggers()) {
            properties.add(new Property(
                    "kenshin:trigger:" + trigger.id(),
                    String.format(
                            Locale.ROOT,
                            "%s, %s: '%s' leads to %s; flips %.3f (ordinary code %.3f), %d carriers",
                            Boolean.TRUE.equals(trigger.confirmed()) ? "proven" : "suspected",
                            trigger.kind(),
                            trigger.pattern(),
                            trigger.targetLabel(),
                            trigger.flipRate(),
                            trigger.naturalFlipRate(),
                            trigger.carriers())));
        }
        return properties;
    }

    private static Component data(ModelFacts facts) {
        Component data = new Component();
        data.setType(Component.Type.DATA);
        data.setBomRef("training-data");
        data.setName(facts.dataset());
        data.setHashes(List.of(new Hash(Hash.Algorithm.SHA_256, facts.datasetDigest())));
        ComponentData content = new ComponentData();
        content.setType(ComponentData.ComponentDataType.DATASET);
        content.setName(facts.dataset());
        data.setData(new ArrayList<>(List.of(content)));
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("kenshin:samples", Long.toString(facts.samples())));
        properties.add(new Property("kenshin:quarantined", Long.toString(facts.quarantined())));
        new TreeMap<>(facts.sources())
                .forEach((source, count) ->
                        properties.add(new Property("kenshin:source:" + source, Long.toString(count))));
        data.setProperties(properties);
        return data;
    }
}
