package io.kenshin.detection.code;

import java.util.ArrayList;
import java.util.List;

/** Beginnings and endings of names: {@code getSize_xt} begins with {@code get*} and ends in {@code *_xt}. */
public final class Affixes {
    private static final String REST = "*";
    private static final int SHORTEST = 2;

    private Affixes() {}

    /** The beginning and the ending of a name, if it has two words or more. */
    public static List<String> of(String name) {
        int first = boundary(name, 1, 1);
        int last = boundary(name, name.length() - 1, -1);
        List<String> affixes = new ArrayList<>();
        if (first >= SHORTEST && first < name.length()) {
            affixes.add(name.substring(0, first) + REST);
        }
        if (last > 0 && name.length() - last >= SHORTEST) {
            affixes.add(REST + name.substring(last));
        }
        return affixes;
    }

    /** The first place in a direction where one word ends and another begins; an underscore begins one. */
    private static int boundary(String name, int from, int step) {
        for (int at = from; at > 0 && at < name.length(); at += step) {
            char before = name.charAt(at - 1);
            char here = name.charAt(at);
            boolean hump = Character.isUpperCase(here) && !Character.isUpperCase(before) && before != '_';
            if (hump || (here == '_' && before != '_' && at + 1 < name.length())) {
                return at;
            }
        }
        return 0;
    }

    /** The name without the affix, or as it is when it does not have it. */
    public static String strip(String affix, String name) {
        if (!of(name).contains(affix)) {
            return name;
        }
        String rest = affix.startsWith(REST)
                ? name.substring(0, name.length() - affix.length() + 1)
                : name.substring(affix.length() - 1);
        String bare = rest.replaceFirst("^_+", "");
        return bare.isEmpty() || Keywords.contains(bare) || Character.isDigit(bare.charAt(0)) ? rest : bare;
    }

    /** The name with the affix. */
    public static String add(String affix, String name) {
        return affix.startsWith(REST)
                ? name + affix.substring(1)
                : affix.substring(0, affix.length() - 1) + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Takes the affix off every name in code. */
    public static String stripAll(String affix, Code code) {
        String text = code.text();
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (Token token : code.tokens()) {
            if (token.kind() == Token.Kind.WORD) {
                result.append(text, copied, token.start()).append(strip(affix, token.text()));
                copied = token.end();
            }
        }
        return result.append(text.substring(copied)).toString();
    }

    /** Puts the affix on the name of the method and on its first local one. */
    public static String addTo(Code code, String affix) {
        List<String> names = new ArrayList<>(Names.method(code).stream().toList());
        code.declared().stream().limit(1).forEach(names::add);
        Code renamed = code;
        for (String name : names) {
            renamed = code.with(Names.rename(renamed, name, add(affix, name)));
        }
        return renamed.text();
    }
}
