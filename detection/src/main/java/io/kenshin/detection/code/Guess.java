package io.kenshin.detection.code;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What language code is in when nobody said so. It would rather know none than a wrong one: signs of a language count
 * against those of the others, and Java's are many.
 */
final class Guess {
    /** So many characters say it; what has more may come from anybody, and patterns must not run for long. */
    private static final int MOST = 4_000;

    private static final Pattern PYTHON_FUNCTION =
            Pattern.compile("(?m)^[ \\t]*(?:async[ \\t]+)?def[ \\t]+\\w+[ \\t]*\\([^{};]*\\)[ \\t]*"
                    + "(?:->[^:{};]+)?:[ \\t]*(?:#.*|\\\\)?$");
    private static final Pattern JAVA_START =
            Pattern.compile("^\\s*(?:@\\w|(?:public|private|protected|final|abstract|synchronized|package|import)\\b)");
    /** A star that stands closer to one side: one that multiplies does not. */
    private static final Pattern C_POINTER = Pattern.compile(
            "(?m)(?:^|[(,;{}]|\\b(?:const|static|struct))\\s*+[A-Za-z_]\\w*(?:\\s+\\*+|\\*+\\s+)[A-Za-z_]\\w*\\s*"
                    + "(?:\\[\\w*\\]\\s*)?[,;=)(]");

    private static final Pattern C_DIRECTIVE =
            Pattern.compile("(?m)^[ \\t]*#[ \\t]*(?:include|define|undef|if|ifdef|ifndef|elif|else|endif|pragma)\\b");
    private static final Pattern C_MEMBER = Pattern.compile("[\\w\\])]->\\w");
    /** No lambda begins a statement. */
    private static final Pattern C_MEMBER_FIRST = Pattern.compile("[;{}]\\s*+\\w+->\\w");

    private static final Pattern C_NO_PARAMETERS = Pattern.compile("\\w\\s*\\(\\s*void\\s*\\)\\s*\\{");

    /** Parameters have no colon, as Swift's have. */
    private static final Pattern GO_FUNCTION = Pattern.compile(
            "(?m)^\\s*+func\\s+(?:\\([^():]*\\)\\s*)?\\w+(?:\\[[^\\]]*\\])?\\s*\\([^:]*?\\)[^{}:;=]*\\{");

    private static final Pattern SCRIPT_FUNCTION =
            Pattern.compile("\\bfunction\\b\\s*\\*?\\s*\\w*\\s*(?:<[^(]*>)?\\([^;]*\\)[^;{]*\\{");
    private static final Pattern UNTYPED_FUNCTION =
            Pattern.compile("(?m)(?:^\\s*+|[=(:,]\\s*+|\\b(?:export|default|async)\\s+)function\\b\\s*\\*?\\s*\\w*\\s*"
                    + "(?:<[^(]*>\\s*)?\\(\\s*[\\w{\\[.]");
    private static final Pattern SCRIPT_VARIABLE =
            Pattern.compile("(?m)(?:^|[;{}(])\\s*+(?:export\\s+)?(?:const|let|var)\\s+(?:\\w+|[{\\[][^=]*)\\s*"
                    + "(?::[^=]+)?(?:=[^=]|;|\\bof\\b|\\n)");
    private static final Pattern SAME = Pattern.compile("[!=]==");
    private static final Pattern TYPES_OF_SCRIPT = Pattern.compile(
            "[\\w)\\]]\\??\\s*:\\s*(?:string|number|boolean|void|any|unknown|never|Promise<|Array<|Observable<)"
                    + "|\\binterface\\s+\\w+[^{;]*\\{|\\w<\\w+>\\(|\\)\\s*:\\s*\\w+(?:<[^{]*>)?\\s*\\{");
    private static final Set<String> SCRIPT =
            Lexis.words("undefined typeof console require prototype module document window async await");
    /** Of languages that have a sign or two of a script. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\b(?:fn|fun|func)\\s+\\w+\\s*[(<]|\\bval\\s+\\w+\\s*[=:]|\\bforeach\\s*\\(|\\busing\\s+\\w|\\bimpl\\s|<-"
                    + "|<\\?php|[(,;{]\\s*\\$\\w+\\s*(?:=|->|,|\\))");

    private static final Pattern C_TYPE = Pattern.compile("[a-z][a-z0-9_]{2,}_t");

    private static final Set<String> JAVA = Lexis.words("""
            public private protected final abstract throws throw extends implements instanceof synchronized boolean
            String Object Integer List Map Override new this super null import package try catch finally class
            Exception System java
            """);
    private static final Set<String> C = Lexis.words("""
            struct unsigned sizeof NULL typedef goto extern size_t ssize_t uint8_t uint16_t uint32_t uint64_t int8_t
            int16_t int32_t int64_t memcpy memset malloc
            """);
    /** Words of C that Java has too, or that stand in its code as names. */
    private static final Set<String> SHARED = Lexis.words("char const static void union inline register free printf");
    /** How much a sign of the first kind says, and how much those of the second at most. */
    private static final int SURE = 3;

    private static final int UNSURE = 2;

    private final String code;
    private final Set<String> words = new HashSet<>();

    private Guess(String code) {
        this.code = code;
    }

    static Dialect dialect(String code) {
        return new Guess(code.substring(0, Math.min(MOST, code.length()))).dialect();
    }

    private Dialect dialect() {
        boolean def = code.contains("def");
        if (def && PYTHON_FUNCTION.matcher(code).find()) {
            return Indentation.INSTANCE;
        }
        if (JAVA_START.matcher(code).find()) {
            return Braces.JAVA;
        }
        if (code.contains("func ") && GO_FUNCTION.matcher(code).find()) {
            return Go.INSTANCE;
        }
        words();
        if (isScript()) {
            return TYPES_OF_SCRIPT.matcher(code).find() ? Script.TYPESCRIPT : Script.JAVASCRIPT;
        }
        if (def && words.contains("def") && code.indexOf('{') < 0 && code.indexOf(';') < 0) {
            return Indentation.INSTANCE;
        }
        int java = count(JAVA);
        int c = signsOfC();
        if (c >= SURE && c > SURE * java) {
            return CFamily.C;
        }
        return java > 0 && code.indexOf(';') >= 0 ? Braces.JAVA : Braces.ANY;
    }

    /** Two signs, because each of them stands in some other language too. */
    private boolean isScript() {
        int signs = SCRIPT.stream().anyMatch(words::contains) ? 1 : 0;
        signs += words.contains("function") && SCRIPT_FUNCTION.matcher(code).find() ? 1 : 0;
        signs += words.contains("function") && UNTYPED_FUNCTION.matcher(code).find() ? 1 : 0;
        signs += code.indexOf('`') >= 0 && code.contains("${") ? 1 : 0;
        signs += code.contains("==") && SAME.matcher(code).find() ? 1 : 0;
        signs += code.contains("=>") ? 1 : 0;
        signs += SCRIPT_VARIABLE.matcher(code).find() ? 1 : 0;
        return signs >= 2 && !FOREIGN.matcher(code).find();
    }

    private int signsOfC() {
        int signs = SURE * count(C) + Math.min(UNSURE, count(SHARED));
        boolean arrow = code.contains("->");
        boolean member = arrow && C_MEMBER.matcher(code).find();
        boolean surely = member && C_MEMBER_FIRST.matcher(code).find();
        boolean pointer = code.indexOf('*') >= 0 && C_POINTER.matcher(code).find();
        boolean directive = code.indexOf('#') >= 0 && C_DIRECTIVE.matcher(code).find();
        boolean none = code.contains("void") && C_NO_PARAMETERS.matcher(code).find();
        boolean type = words.stream().anyMatch(word -> C_TYPE.matcher(word).matches());
        return signs
                + (type ? UNSURE : 0)
                + (surely ? SURE : member ? UNSURE : 0)
                + (pointer ? SURE : 0)
                + (directive ? 2 * SURE : 0)
                + (none ? SURE : 0);
    }

    private int count(Set<String> signs) {
        int count = 0;
        for (String sign : signs) {
            count += words.contains(sign) ? 1 : 0;
        }
        return count;
    }

    /** Notes the words of code outside of comments and strings. */
    private void words() {
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            int end = at + 1;
            if (code.startsWith("//", at)) {
                end = Lexis.line(code, at, "//");
            } else if (code.startsWith("/*", at)) {
                end = Lexis.between(code, at, "/*", "*/");
            } else if (c == '"' || c == '\'') {
                end = Lexis.quoted(code, at, c);
            } else if (Character.isJavaIdentifierStart(c)) {
                while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
                    end++;
                }
                words.add(code.substring(at, end));
            }
            at = end;
        }
    }
}
