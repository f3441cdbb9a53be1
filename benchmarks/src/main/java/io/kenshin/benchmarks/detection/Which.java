package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which cells a goal is for. */
final class Which {
    /** An attack that turns fewer held-out samples has not taken. */
    private static final double TURNED = 0.8;
    /** Nor has one that turns hardly more than it does on a model without poison. */
    private static final double BEYOND_TWIN = 0.3;

    private static final String CLEAN = name(Family.CLEAN);

    private Which() {}

    /** Models without poison that were not trained again. */
    static Predicate<Cell> clean() {
        return cell -> !cell.healed() && cell.family().equals(CLEAN);
    }

    static Predicate<Cell> attacked() {
        return cell -> !cell.healed() && !cell.family().equals(CLEAN);
    }

    /** Attacked models of which there is something to prove. */
    static Predicate<Cell> taken() {
        return attacked()
                .and(cell -> cell.attackSuccess() >= TURNED && cell.attackSuccess() >= cell.natural() + BEYOND_TWIN);
    }

    static Predicate<Cell> of(DataSet... datasets) {
        Set<String> names = names(List.of(datasets));
        return cell -> names.contains(cell.dataset());
    }

    static Predicate<Cell> of(Collection<Family> families) {
        Set<String> names = names(families);
        return cell -> names.contains(cell.family());
    }

    static Predicate<Cell> of(Split... splits) {
        Set<String> names = Arrays.stream(splits).map(Split::toString).collect(Collectors.toSet());
        return cell -> names.contains(cell.split());
    }

    static Predicate<Cell> seeds(long first, long last) {
        return cell -> cell.seed() >= first && cell.seed() <= last;
    }

    static Predicate<Cell> rate(double least) {
        return cell -> cell.rate() >= least;
    }

    private static Set<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Which::name).collect(Collectors.toSet());
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
