package io.kenshin.scan.rare;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Affixes;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.trigger.mine.TriggerMiner;
import io.kenshin.scan.sample.SaltedHash;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The keys under which a sample's patterns are counted: every run of tokens that the miner takes for the beginning of a
 * pattern, under each abstraction, and every beginning and ending of names. A reader that is used again for each
 * sample; not safe for several threads.
 */
final class CodeKeys {
    static final int LONGEST = TriggerMiner.LONGEST_SEED;
    static final int LEVELS = 3;

    /** The coarse ones first, so that a run is looked at after what it is a special case of. */
    private static final Abstraction[] ABSTRACTIONS = {Abstraction.NAMES, Abstraction.LITERALS, Abstraction.NONE};
    /** Runs of so many tokens, names aside, say what code is like. */
    private static final int SHINGLE = 3;

    private final SaltedHash hash;
    private final SaltedHash affixHash;
    /** [level][length − 1][position]. */
    private final long[][][] runs = new long[LEVELS][LONGEST][256];

    private long[] affixes = new long[64];
    private int tokens;
    private int affixCount;

    CodeKeys(SaltedHash hash) {
        this.hash = hash.other(1);
        affixHash = hash.other(2);
    }

    /** Reads another sample: what was read before is gone. */
    void read(Code code) {
        List<Token> all = code.tokens();
        tokens = all.size();
        affixCount = 0;
        makeRoom();
        for (int at = 0; at < tokens; at++) {
            Token token = all.get(at);
            for (int level = 0; level < LEVELS; level++) {
                runs[level][0][at] = hash.of(ABSTRACTIONS[level].of(token));
            }
            if (token.kind() == Token.Kind.WORD) {
                Affixes.of(token.text()).forEach(this::addAffix);
            }
        }
        for (long[][] level : runs) {
            for (int length = 2; length <= LONGEST; length++) {
                for (int at = 0; at + length <= tokens; at++) {
                    level[length - 1][at] = SaltedHash.join(level[length - 2][at] + length, level[0][at + length - 1]);
                }
            }
        }
    }

    private void addAffix(String affix) {
        if (affixCount == affixes.length) {
            affixes = Arrays.copyOf(affixes, affixCount * 2);
        }
        affixes[affixCount++] = affixHash.of(affix);
    }

    private void makeRoom() {
        if (runs[0][0].length < tokens) {
            for (long[][] level : runs) {
                for (int length = 0; length < LONGEST; length++) {
                    level[length] = new long[tokens * 2];
                }
            }
        }
    }

    int tokens() {
        return tokens;
    }

    /** The key of a run of tokens; level 0 is the coarsest abstraction. */
    long run(int level, int length, int at) {
        return runs[level][length - 1][at];
    }

    /** Whether a coarser abstraction leaves the run as it is, so that it has been looked at. */
    boolean isCoarser(int level, int length, int at) {
        return level > 0 && run(level, length, at) == run(level - 1, length, at);
    }

    int affixes() {
        return affixCount;
    }

    long affix(int number) {
        return affixes[number];
    }

    /** Collects all keys. */
    void addTo(KeySet keys, LongConsumer fresh) {
        for (int level = 0; level < LEVELS; level++) {
            for (int length = 1; length <= LONGEST; length++) {
                for (int at = 0; at + length <= tokens; at++) {
                    if (!isCoarser(level, length, at) && keys.add(run(level, length, at))) {
                        fresh.accept(run(level, length, at));
                    }
                }
            }
        }
        for (int i = 0; i < affixCount; i++) {
            if (keys.add(affixes[i])) {
                fresh.accept(affixes[i]);
            }
        }
    }

    /**
     * What the code is like but for names and literals, as the least of its runs' hashes (Broder, 1997): two samples
     * agree in it as likely as they have runs in common.
     *
     * @param view another one for each: agreeing in several says that code is nearly the same
     */
    int likeness(int view) {
        long least = Long.MAX_VALUE;
        for (int at = 0; at + SHINGLE <= tokens; at++) {
            least = Math.min(least, SaltedHash.mix(run(0, SHINGLE, at) + view));
        }
        return (int) (least >>> 16);
    }
}
