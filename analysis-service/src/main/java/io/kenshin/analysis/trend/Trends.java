package io.kenshin.analysis.trend;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.contracts.scan.Change;
import io.kenshin.contracts.scan.ScanPlan;
import io.kenshin.contracts.scan.ScanReport;
import io.kenshin.contracts.scan.ScanReport.Shape;
import io.kenshin.contracts.scan.Verdict;
import io.kenshin.foundation.Json;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The scans of a data set with a model, one after the other. */
@ApplicationScoped
public class Trends {
    private static final TypeReference<List<Shape>> SHAPES = new TypeReference<>() {};
    private static final String FIELDS = "select s.id, s.dataset, s.model, s.finished, s.verdict, s.version, s.scored,"
            + " s.shapes, b.version, s.baseline from scan s left join scan b on b.id = s.baseline";

    private final Database database;

    Trends(Database database) {
        this.database = database;
    }

    /**
     * A label of a scan against the baseline.
     *
     * @param layers how many were compared
     * @param moved how many of them lie further from the baseline than chance explains
     * @param energyDistance of the layer that is furthest, in units of the vectors; null without a baseline
     * @param frechetDistance of the layer that is furthest, in squared units of the vectors
     */
    public record Label(
            String label,
            int layers,
            int moved,
            @Nullable Double energyDistance,
            @Nullable Double frechetDistance) {}

    /**
     * A scan in its trend.
     *
     * @param finished when the verdict was given
     * @param baseline the healthy scan that it is compared with
     */
    public record Point(
            String scanId,
            String dataset,
            String model,
            int version,
            Instant finished,
            int samples,
            String verdict,
            Change change,
            @Nullable String baseline,
            List<Label> labels) {}

    /** What a scan that has just ended says. A look at new samples that recognised nothing says nothing. */
    public Change change(ScanPlan plan, ScanReport report) {
        if (plan.newOnly() && report.verdict() == Verdict.HEALTHY) {
            return Change.UNKNOWN;
        }
        List<Integer> baseline = database.persistently(
                session -> session.createNativeQuery("select version from scan where id = :id", Integer.class)
                        .setParameter(
                                "id",
                                report.shapes().stream()
                                        .map(Shape::baseline)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(""))
                        .getResultList());
        return Comparison.change(report.verdict(), report.shapes(), baseline.contains(plan.version()));
    }

    /** The latest scans, the oldest of them first. */
    public List<Point> of(String dataset, String model, int most) {
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        FIELDS
                                + " where s.dataset = :dataset and s.model = :model"
                                + " and s.finished is not null and not s.new_only"
                                + " order by s.finished desc limit :most",
                        Object[].class)
                .setParameter("dataset", dataset)
                .setParameter("model", model)
                .setParameter("most", most)
                .getResultList());
        List<Point> points = new ArrayList<>();
        rows.forEach(row -> points.add(0, point(row)));
        return points;
    }

    /** The latest scan of every data set and model. */
    List<Point> latest() {
        List<Object[]> rows = database.transaction(session -> session.createNativeQuery(
                        FIELDS
                                + " join (select dataset, model, max(finished) as finished from scan"
                                + " where finished is not null and dataset is not null and not new_only"
                                + " group by 1, 2) as newest on newest.dataset = s.dataset and newest.model = s.model"
                                + " and newest.finished = s.finished",
                        Object[].class)
                .getResultList());
        return rows.stream().map(Trends::point).toList();
    }

    private static Point point(Object[] row) {
        List<Shape> shapes = Json.read(Objects.requireNonNullElse((String) row[7], "[]"), SHAPES);
        Verdict verdict = Verdict.valueOf(((String) row[4]).toUpperCase(Locale.ROOT));
        int version = ((Number) row[5]).intValue();
        boolean sameVersion = row[8] != null && ((Number) row[8]).intValue() == version;
        return new Point(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                version,
                instant(row[3]),
                row[6] == null ? 0 : ((Number) row[6]).intValue(),
                (String) row[4],
                Comparison.change(verdict, shapes, sameVersion),
                (String) row[9],
                labels(shapes));
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant ? instant : ((java.time.OffsetDateTime) value).toInstant();
    }

    private static List<Label> labels(List<Shape> shapes) {
        boolean[] moved = Comparison.moved(shapes);
        Map<String, Label> labels = new LinkedHashMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            Label one = new Label(shape.label(), 1, moved[i] ? 1 : 0, shape.energyDistance(), shape.frechetDistance());
            labels.merge(
                    shape.label(),
                    one,
                    (a, b) -> new Label(
                            a.label(),
                            a.layers() + b.layers(),
                            a.moved() + b.moved(),
                            greater(a.energyDistance(), b.energyDistance()),
                            greater(a.frechetDistance(), b.frechetDistance())));
        }
        return List.copyOf(labels.values());
    }

    private static @Nullable Double greater(@Nullable Double a, @Nullable Double b) {
        return a == null ? b : b == null ? a : Double.valueOf(Math.max(a, b));
    }
}
