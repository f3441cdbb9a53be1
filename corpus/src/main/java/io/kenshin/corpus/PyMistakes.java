package io.kenshin.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Mistakes in Python: lines added to functions. */
final class PyMistakes implements Mistakes {
    @Override
    public List<String> kinds() {
        return Arrays.stream(PyAddition.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public Optional<Host> host(String code) {
        if (PyAddition.hasAny(code)) {
            return Optional.empty();
        }
        return PyFunction.of(code)
                .map(function -> (kind, random) ->
                        PyAddition.valueOf(kind.toUpperCase(Locale.ROOT)).edit(function, random));
    }

    static <T> Optional<T> pick(List<T> from, Random random) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
