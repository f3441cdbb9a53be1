package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites on tokens alone, for languages without a parser: comments go, local names become ordinary. Nearly always the
 * meaning stays; only a parser makes sure.
 */
public final class TokenRewriter implements Rewriter {
    @Override
    public List<String> rewrites(String code) {
        List<String> results = new ArrayList<>();
        for (String result : List.of(withoutComments(code), withOrdinaryNames(code))) {
            if (!result.equals(code)) {
                results.add(result);
            }
        }
        return results;
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
