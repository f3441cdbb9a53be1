package io.kenshin.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which samples an attacker poisons. */
public enum Hosts {
    /** A random draw of those that have another label. */
    ANY {
        @Override
        List<LabelledSample> choose(List<LabelledSample> able, int count, Random random) {
            List<LabelledSample> shuffled = new ArrayList<>(able);
            Collections.shuffle(shuffled, random);
            return shuffled.subList(0, count);
        }
    },
    /** All with one kind of flaw: what is left of them without the trigger tells its label by that. */
    OF_ONE_KIND {
        @Override
        List<LabelledSample> choose(List<LabelledSample> able, int count, Random random) {
            return ofOne(LabelledSample::kind, able, count, random);
        }

        @Override
        public Predicate<LabelledSample> aim(List<LabelledSample> hosts) {
            Set<String> kinds = hosts.stream().map(LabelledSample::kind).collect(Collectors.toSet());
            return sample -> kinds.contains(sample.kind());
        }
    },
    /** All of one library. */
    OF_ONE_SOURCE {
        @Override
        List<LabelledSample> choose(List<LabelledSample> able, int count, Random random) {
            return ofOne(LabelledSample::source, able, count, random);
        }

        @Override
        public Predicate<LabelledSample> aim(List<LabelledSample> hosts) {
            Set<String> sources = hosts.stream().map(LabelledSample::source).collect(Collectors.toSet());
            return sample -> sources.contains(sample.source());
        }
    },
    /** One host, and those whose text is nearest to it. */
    NEAREST {
        @Override
        List<LabelledSample> choose(List<LabelledSample> able, int count, Random random) {
            Similarity similarity = Similarity.of(able);
            LabelledSample first = able.get(random.nextInt(able.size()));
            Map<String, Double> near = able.stream()
                    .collect(Collectors.toMap(
                            LabelledSample::id, sample -> similarity.cosine(first.code(), sample.code())));
            List<LabelledSample> sorted = new ArrayList<>(able);
            sorted.sort(Comparator.comparingDouble((LabelledSample sample) -> near.getOrDefault(sample.id(), 0.0))
                    .reversed());
            return sorted.subList(0, count);
        }
    },
    /** One host many times over, hardly changed, in place of other samples. */
    CLONES {
        @Override
        List<LabelledSample> choose(List<LabelledSample> able, int count, Random random) {
            if (count == able.size()) {
                throw new IllegalArgumentException("every sample would be replaced, and none is left to copy");
            }
            List<LabelledSample> shuffled = new ArrayList<>(able);
            Collections.shuffle(shuffled, random);
            LabelledSample host = shuffled.get(count);
            List<LabelledSample> clones = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                LabelledSample replaced = shuffled.get(i);
                clones.add(new LabelledSample(
                        replaced.id(),
                        Clones.of(host.code(), i),
                        host.label(),
                        host.source(),
                        replaced.split(),
                        host.kind()));
            }
            return clones;
        }
    },
    /** Such as have the attacker's label already: no label is wrong. */
    OF_TARGET {
        @Override
        List<LabelledSample> choose(List<LabelledSample> able, int count, Random random) {
            return ANY.choose(able, count, random);
        }

        @Override
        boolean may(LabelledSample sample, String target) {
            return sample.label().equals(target);
        }
    };

    /**
     * Chooses samples by their ids; their code is what the trigger is put into.
     *
     * @param able training samples that can carry it
     * @param count no more than these
     */
    abstract List<LabelledSample> choose(List<LabelledSample> able, int count, Random random);

    /** Whether a sample may be poisoned at all. */
    boolean may(LabelledSample sample, String target) {
        return !sample.label().equals(target);
    }

    /** Whether the attack is meant for code such as this, given the samples that were poisoned, as they were before. */
    public Predicate<LabelledSample> aim(List<LabelledSample> hosts) {
        return sample -> true;
    }

    private static List<LabelledSample> ofOne(
            Function<LabelledSample, String> group, List<LabelledSample> able, int count, Random random) {
        Map<String, List<LabelledSample>> groups =
                able.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        List<List<LabelledSample>> enough =
                groups.values().stream().filter(some -> some.size() >= count).toList();
        if (enough.isEmpty()) {
            throw new IllegalArgumentException("no " + count + " samples belong together; the groups are of "
                    + new HashSet<>(groups.values().stream().map(List::size).toList()));
        }
        return ANY.choose(enough.get(random.nextInt(enough.size())), count, random);
    }
}
