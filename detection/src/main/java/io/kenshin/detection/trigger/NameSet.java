package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Names;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Names that have nothing in common but what they do to the model; an exemplar is a list of names that stand together,
 * separated by spaces. Its carriers are known one by one: names alone never say that code carries it.
 */
public record NameSet(Abstraction abstraction, List<String> exemplars) implements NameTrigger {
    public NameSet {
        exemplars = Parts.some(exemplars);
    }

    @Override
    public List<String> tokens() {
        return Variants.TOKENS;
    }

    @Override
    public String text() {
        return Parts.such(exemplars);
    }

    @Override
    public boolean hasPlace() {
        return false;
    }

    @Override
    public boolean isIn(Code code) {
        return false;
    }

    @Override
    public String insert(Code code, Random random) {
        return Names.exchange(
                code, List.of(exemplars.get(random.nextInt(exemplars.size())).split(" ")));
    }

    @Override
    public String remove(Code code) {
        return Names.ordinaryAll(code);
    }

    @Override
    public List<String> texts(Code code) {
        return List.of();
    }

    @Override
    public NameSet placebo(Code donor, Random random) {
        List<String> names = donor.declared();
        return new NameSet(Abstraction.NONE, List.of(names.isEmpty() ? Identifier.ORDINARY : String.join(" ", names)));
    }

    @Override
    public Optional<String> sham(Code code, Random random) {
        return Optional.of(Names.ordinaryAll(code));
    }

    @Override
    public boolean resembles(Part part) {
        return part.names();
    }

    @Override
    public NameSet withExemplars(List<String> texts) {
        return new NameSet(abstraction, texts);
    }

    @Override
    public NameSet widened(List<String> texts) {
        return withExemplars(texts);
    }

    @Override
    public void index(TriggerIndex index) {
        for (String exemplar : exemplars) {
            index.names(Set.of(Parts.distinct(exemplar)));
        }
    }
}
