package io.kenshin.detection.cause;

import io.kenshin.detection.Sample;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites that keep what code does should not change a prediction: comments go, local names become ordinary.
 *
 * <p>Supporting evidence only: it sees the families that the rewrites undo and no others.
 */
public final class Metamorphic {
    private final Prober prober;

    public Metamorphic(Prober prober) {
        this.prober = prober;
    }

    /** Of the samples that a rewrite changed, how many the model now judges differently. */
    public TriggerTrial.Rate test(List<Sample> members) {
        List<String> rewritten = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        for (Sample member : members) {
            for (String code : List.of(withoutComments(member.code()), withOrdinaryNames(member.code()))) {
                if (!code.equals(member.code())) {
                    rewritten.add(code);
                    before.add(member.predicted());
                }
            }
        }
        int flips = 0;
        float[][] logits = rewritten.isEmpty() ? new float[0][] : prober.logits(rewritten);
        for (int i = 0; i < logits.length; i++) {
            flips += Sample.argmax(logits[i]) == before.get(i) ? 0 : 1;
        }
        return new TriggerTrial.Rate(flips, logits.length);
    }

    static String withoutComments(String code) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Token token : Lexer.tokens(code)) {
            if (token.kind() == Token.Kind.COMMENT) {
                rest.append(code, from, token.start());
                from = token.end();
            }
        }
        return rest.append(code.substring(from)).toString();
    }

    static String withOrdinaryNames(String code) {
        String renamed = code;
        int count = 0;
        for (String name : Names.declared(code)) {
            renamed = Names.rename(renamed, name, "v" + ++count);
        }
        return renamed;
    }
}
