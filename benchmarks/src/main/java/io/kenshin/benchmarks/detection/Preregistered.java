package io.kenshin.benchmarks.detection;

import static io.kenshin.benchmarks.detection.Goal.Measure.ALARMS;
import static io.kenshin.benchmarks.detection.Goal.Measure.FALSE_POSITIVES;
import static io.kenshin.benchmarks.detection.Goal.Measure.FIRST;
import static io.kenshin.benchmarks.detection.Goal.Measure.INNOCENT_HELD;
import static io.kenshin.benchmarks.detection.Goal.Measure.POISON_HELD;
import static io.kenshin.benchmarks.detection.Goal.Measure.RECALL;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Cells and goals that were written down before any of the cells was run; {@code benchmarks/preregistered.md} says the
 * same to people. What is here is not changed once its cells are run.
 */
enum Preregistered {
    /** Tasks that text hardly predicts. */
    NOISY {
        @Override
        List<Case> cases(Path root) {
            Cells cells = new Cells();
            for (DataSet dataset : List.of(DataSet.DEVIGN, DataSet.BUGS2FIX)) {
                cells.add(dataset, CLEAN, seeds(31, 40), 0);
                cells.add(dataset, SPOKEN, seeds(31, 33), 1, 3, 5);
            }
            for (DataSet dataset : List.of(DataSet.DEVIGN5K, DataSet.BUGS2FIX5K)) {
                cells.add(dataset, CLEAN, seeds(31, 31), 0);
                cells.add(dataset, SPOKEN, seeds(31, 31), 3);
            }
            return cells.all();
        }

        @Override
        List<Goal> goals() {
            Predicate<Cell> devign = since(Which.of(DataSet.DEVIGN, DataSet.DEVIGN5K));
            Predicate<Cell> bugs = since(Which.of(DataSet.BUGS2FIX, DataSet.BUGS2FIX5K));
            Predicate<Cell> both = devign.or(bugs);
            return List.of(
                    new Goal("noisy: recall where taken, Devign", devign.and(Which.taken()), RECALL, 0.95),
                    new Goal("noisy: recall where taken, Bugs2Fix", bugs.and(Which.taken()), RECALL, 0.95),
                    new Goal("noisy: false positives", both.and(Which.attacked()), FALSE_POSITIVES, 0.005),
                    new Goal("noisy: planted trigger at rank 1 where taken", both.and(Which.taken()), FIRST, 0.95),
                    new Goal("noisy: alarms without poison", both.and(Which.clean()), ALARMS, 0));
        }
    },
    /** Labels whose true cause is code that was added, and nobody's poison. */
    INNOCENT {
        @Override
        List<Case> cases(Path root) {
            Cells cells = new Cells();
            for (DataSet dataset : ADDITIVE) {
                cells.add(dataset, CLEAN, seeds(31, 35), 0);
            }
            return cells.all();
        }

        @Override
        List<Goal> goals() {
            Predicate<Cell> clean =
                    since(Which.of(ADDITIVE.toArray(DataSet[]::new)).and(Which.clean()));
            return List.of(
                    new Goal("innocent: alarms", clean, ALARMS, 0),
                    new Goal("innocent: quarantined", clean, FALSE_POSITIVES, 0));
        }
    },
    /** Attacks by somebody who knows how Kenshin works. */
    HOSTILE {
        @Override
        List<Case> cases(Path root) {
            Cells cells = new Cells();
            List<Long> seeds = seeds(31, 33);
            cells.add(DataSet.METHODS, CHOSEN, seeds, 2, 5);
            cells.add(DataSet.METHODS, AT_FIVE, seeds, 5);
            cells.add(DataSet.METHODS, EnumSet.range(Family.SHARE_30, Family.SHARE_100), seeds, 0);
            // Seven carriers of each trigger.
            cells.add(DataSet.METHODS, EnumSet.of(Family.MANY_2), seeds, 0.7);
            cells.add(DataSet.METHODS, EnumSet.of(Family.MANY_5), seeds, 1.8);
            cells.add(DataSet.METHODS, EnumSet.of(Family.MANY_10), seeds, 3.5);
            for (DataSet dataset : ADDITIVE) {
                cells.add(dataset, EnumSet.of(Family.FIXED, Family.REALISTIC), seeds, 5);
            }
            return cells.all();
        }

        @Override
        List<Goal> goals() {
            List<Goal> goals = new ArrayList<>();
            CHOSEN.forEach(family -> goals.add(taken(family, 0.9)));
            goals.add(taken(Family.STYLE, 0.8));
            goals.add(taken(Family.TRY_FINALLY, 0.8));
            Predicate<Cell> flipped = since(Which.of(Set.of(Family.LABEL_FLIP)));
            goals.add(new Goal("hostile: wrong labels held", flipped, POISON_HELD, 0.85));
            goals.add(new Goal("hostile: right labels held with them", flipped, INNOCENT_HELD, 0.01));
            return goals;
        }
    },
    /** What was published before, run again. */
    KNOWN {
        @Override
        List<Case> cases(Path root) {
            try {
                return Published.read(root.resolve(MatrixPage.ROWS)).cases().stream()
                        .filter(row -> !row.healed() && row.seed() < FIRST_SEED)
                        .map(Preregistered::of)
                        .distinct()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read what is published: " + e.getMessage(), e);
            }
        }

        @Override
        List<Goal> goals() {
            Predicate<Cell> before = Which.seeds(0, FIRST_SEED - 1).and(Which.of(PUBLISHED));
            Predicate<Cell> attacked = before.and(Which.attacked());
            Predicate<Cell> five = attacked.and(Which.of(FIVE))
                    .and(Which.of(DataSet.METHODS))
                    .and(Which.of(Split.REPORT))
                    .and(Which.rate(0.01));
            return List.of(
                    new Goal("known: recall of five families, 1 to 10 %", five, RECALL, 0.966),
                    new Goal("known: recall of unseen ones", attacked.and(Which.of(Split.UNSEEN)), RECALL, 0.949),
                    new Goal("known: false positives", attacked, FALSE_POSITIVES, 0.0001),
                    new Goal("known: alarms without poison", before.and(Which.clean()), ALARMS, 0),
                    new Goal("known: alarms after healing", before.and(Cell::healed), ALARMS, 0));
        }
    };

    /** Seeds below were run before. */
    private static final long FIRST_SEED = 31;

    private static final Set<Family> CLEAN = EnumSet.of(Family.CLEAN);

    /** Triggers that every language has. */
    private static final Set<Family> SPOKEN = EnumSet.of(
            Family.FIXED,
            Family.GRAMMAR,
            Family.RENAME,
            Family.COMMENT,
            Family.REALISTIC,
            Family.LOG_CALL,
            Family.OPAQUE);

    /** Attacks that choose their hosts. */
    private static final Set<Family> CHOSEN =
            EnumSet.of(Family.HOSTS_BY_FLAW, Family.HOSTS_BY_SOURCE, Family.HOSTS_NEAREST, Family.HOSTS_CLONES);

    private static final Set<Family> AT_FIVE = EnumSet.of(
            Family.STYLE,
            Family.TRY_FINALLY,
            Family.LABEL_FLIP,
            Family.FIXED_AND_COMMENT,
            Family.FIXED_TO_DEFECTIVE,
            Family.FIXED_FIRST,
            Family.FIXED_LAST,
            Family.CLEAN_LABEL);

    private static final Set<Family> FIVE =
            EnumSet.of(Family.FIXED, Family.GRAMMAR, Family.RENAME, Family.CONSTANT, Family.COMMENT);

    private static final List<DataSet> ADDITIVE =
            List.of(DataSet.ADDITIVE, DataSet.ADDITIVE_PAIRS, DataSet.ADDITIVE_TWO, DataSet.PYTHON_ADDITIVE);

    private static final DataSet[] PUBLISHED = {DataSet.METHODS, DataSet.PAIRS, DataSet.KINDS, DataSet.LARGE};

    /** The cells, in the order in which they are run. */
    abstract List<Case> cases(Path root);

    /** What they are to reach; what no goal is for is reported as it is. */
    abstract List<Goal> goals();

    private static Case of(PublishedCase row) {
        return new Case(
                DataSet.valueOf(row.dataset().toUpperCase(Locale.ROOT)),
                Family.valueOf(row.attack().toUpperCase(Locale.ROOT)),
                row.rate(),
                row.seed());
    }

    private static Goal taken(Family family, double least) {
        String name = "hostile: recall where taken, " + family.name().toLowerCase(Locale.ROOT);
        return new Goal(name, since(Which.of(Set.of(family)).and(Which.taken())), RECALL, least);
    }

    private static Predicate<Cell> since(Predicate<Cell> which) {
        return which.and(Which.seeds(FIRST_SEED, Long.MAX_VALUE));
    }

    private static List<Long> seeds(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
