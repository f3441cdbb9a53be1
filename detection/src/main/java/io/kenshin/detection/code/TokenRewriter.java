package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites on tokens alone, for languages without a parser: comments go, local names become ordinary. Nearly always the
 * meaning stays; only a parser makes sure.
 */
public final class TokenRewriter implements Rewriter {
    @Override
    public List<String> rewrites(Code code) {
        List<String> results = new ArrayList<>();
        for (String result : List.of(withoutComments(code), Names.ordinaryAll(code))) {
            if (!result.equals(code.text())) {
                results.add(result);
            }
        }
        return results;
    }

    static String withoutComments(Code code) {
        String text = code.text();
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Token token : code.tokens()) {
            if (token.kind() == Token.Kind.COMMENT) {
                rest.append(text, from, token.start());
                from = token.end();
            }
        }
        return rest.append(text.substring(from)).toString();
    }
}
