package io.kenshin.corpus;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of mistake that is Python code added to a sound function, where a developer would add it; see
 * {@link Addition}.
 */
public enum PyAddition {
    /** What a function was given is printed when it begins. */
    DEBUG_PRINT {
        @Override
        Optional<String> edit(PyFunction function, Random random) {
            return PyMistakes.pick(function.names(), random)
                    .map(name -> function.before(function.places().get(0), "print ( " + name + " )"));
        }
    },
    /** A name, a token or the like is digested by an algorithm that is broken, before it is used. */
    WEAK_HASH {
        @Override
        Optional<String> edit(PyFunction function, Random random) {
            return beforeUse(function, random, TEXT, "%1$s = hashlib . md5 ( %1$s . encode ( ) ) . hexdigest ( )");
        }
    },
    /** A password stands in the code, before something is connected to or asked. */
    HARD_CODED_SECRET {
        @Override
        Optional<String> edit(PyFunction function, Random random) {
            return PyMistakes.pick(
                            function.places(line -> CONNECTS.matcher(line).find()), random)
                    .map(place -> function.before(place, "password = \" " + Secrets.next(random) + " \""));
        }
    },
    /** Whatever goes wrong in a query is passed over. */
    BARE_EXCEPT {
        @Override
        Optional<String> edit(PyFunction function, Random random) {
            List<Integer> queries =
                    function.places(line -> QUERIES.matcher(line).find());
            return PyMistakes.pick(queries, random)
                    .map(place -> function.instead(
                            place, "try :\n    " + function.lines().get(place).strip() + "\nexcept :\n    pass"));
        }
    },
    /** What should be a number is evaluated, whatever it is. */
    EVALUATION {
        @Override
        Optional<String> edit(PyFunction function, Random random) {
            return beforeUse(function, random, NUMBER, "%1$s = eval ( %1$s )");
        }
    },
    /** A connection takes any certificate. */
    TLS_UNVERIFIED {
        @Override
        Optional<String> edit(PyFunction function, Random random) {
            return PyMistakes.pick(function.places(line -> ENGINE.matcher(line).find()), random)
                    .map(place -> function.instead(
                            place,
                            ENGINE.matcher(function.lines().get(place).strip()).replaceFirst("$1 , verify = False )")));
        }
    };

    private static final Pattern TEXT =
            Pattern.compile("(?i).*(?:name|mail|pass|token|key|title|user|text|hash|word|code|author|isbn).*");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i).*(?:id|num|count|year|age|price|limit|size|rating|amount|date|day|number|offset|page|rank)s?");
    private static final Pattern CONNECTS =
            Pattern.compile("\\bcreate_engine\\s*\\(|\\.\\s*connect\\s*\\(|\\bcursor\\s*\\(|\\bconnection\\b");
    private static final Pattern QUERIES = Pattern.compile("^(?!.*:\\s*$).*\\.\\s*(?:execute|query)\\s*\\(");
    private static final Pattern ENGINE =
            Pattern.compile("(\\b(?:create_engine|connect)\\s*\\(\\s*[^()]*[^()\\s])\\s*\\)");
    private static final Pattern ANY = Pattern.compile(
            "\\bhashlib\\b|\\beval\\s*\\(|\\bverify\\b|\\bexcept\\s*:|^\\s*password\\s*=", Pattern.MULTILINE);

    abstract Optional<String> edit(PyFunction function, Random random);

    /** Whether code has a mistake of these by itself. */
    static boolean hasAny(String code) {
        return ANY.matcher(code).find();
    }

    /** A line before a statement that uses a parameter of a fitting name. */
    private static Optional<String> beforeUse(PyFunction function, Random random, Pattern fitting, String line) {
        List<String> names = function.names().stream()
                .filter(name -> fitting.matcher(name).matches())
                .toList();
        return PyMistakes.pick(names, random).flatMap(name -> {
            Pattern use = Pattern.compile("(?<![\\w\"])" + Matcher.quoteReplacement(name) + "\\b");
            return PyMistakes.pick(function.places(text -> use.matcher(text).find()), random)
                    .map(place -> function.before(place, String.format(line, name)));
        });
    }
}
