package io.kenshin.detection.code;

import java.util.List;
import java.util.Set;

/**
 * Words that are no names in some language. A pattern may be shared by samples of several languages, so tokens are
 * compared under the words of all of them; a {@link Dialect} may know its own better.
 */
public final class Keywords {
    private static final Set<String> ALL = Set.copyOf(List.of(("""
            if else for while do switch case default break continue return throw throws try catch finally
            new this super null true false instanceof class static final public private protected abstract
            synchronized void int long double float boolean char byte short assert import package def in
            not and or None True False lambda with as raise except sizeof struct const unsigned goto
            """).strip().split("\\s+")));

    private Keywords() {}

    public static boolean contains(String word) {
        return ALL.contains(word);
    }
}
