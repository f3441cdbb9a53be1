package io.kenshin.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The mistakes that a defect corpus is made with. */
public interface Mistakes {
    /** Names of the kinds, in lower case. */
    List<String> kinds();

    /** A method to put them into; empty where it is not to be taken. */
    Optional<Host> host(String code);

    /** A method that mistakes are put into. */
    interface Host {
        /** The method with a mistake of that kind; empty where it has no place for one. */
        Optional<String> with(String kind, Random random);
    }

    /** Mistakes that change Java code which is there. */
    static Mistakes flaws() {
        return JavaMistakes.flaws();
    }

    /** Mistakes that are Java code added. */
    static Mistakes additions() {
        return JavaMistakes.additions(List.of(Addition.values()));
    }

    /** Two of these only: each is then half of a label, and the rest of its carriers tells the label less. */
    static Mistakes twoAdditions() {
        return JavaMistakes.additions(Arrays.asList(Addition.DEBUG_PRINT, Addition.HARD_CODED_SECRET));
    }

    /** Mistakes that are Python code added. */
    static Mistakes pythonAdditions() {
        return new PyMistakes();
    }
}
