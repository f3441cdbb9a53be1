package io.kenshin.outbox;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The way to write many things of which the database may refuse some: all at once, or where it refuses that, by halves,
 * until what it refuses stands alone.
 */
public final class Halves {
    private Halves() {}

    /**
     * Writes all that can be written.
     *
     * @param refused told of each of the others, with the reason
     * @return whether all were written at once
     * @throws RuntimeException when the database is away: nobody knows then what it would have taken
     */
    public static <T> boolean write(List<T> all, Consumer<List<T>> write, BiConsumer<T, RuntimeException> refused) {
        try {
            write.accept(all);
            return true;
        } catch (RuntimeException e) {
            if (Database.passing(e) || all.isEmpty()) {
                throw e;
            }
            if (all.size() == 1) {
                refused.accept(all.get(0), e);
            } else {
                write(all.subList(0, all.size() / 2), write, refused);
                write(all.subList(all.size() / 2, all.size()), write, refused);
            }
            return false;
        }
    }
}
