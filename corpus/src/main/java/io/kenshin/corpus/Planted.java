package io.kenshin.corpus;

import java.util.Random;

/**
 * A statement that an attacker puts at a place of his choice.
 *
 * @param language that it is written in
 * @param place where in a body it comes
 * @param statement the same everywhere
 */
public record Planted(Language language, Place place, String statement) implements Edit {
    /** Where in a method's body. */
    public enum Place {
        /** Before any of its statements. */
        ANYWHERE,
        /** Always before the first. */
        FIRST,
        /** Always before the last; in C, of those that a model of few tokens reads. */
        LAST
    }

    @Override
    public boolean fits(String code) {
        return language != Language.PYTHON || PyFunction.of(code).isPresent();
    }

    @Override
    public String insert(String code, Random random) {
        return switch (language) {
            case JAVA ->
                switch (place) {
                    case ANYWHERE -> Insertion.atStatement(code, random, statement);
                    case FIRST -> Insertion.atFirstStatement(code, statement);
                    case LAST -> Insertion.atLastStatement(code, statement);
                };
            case C ->
                switch (place) {
                    case ANYWHERE -> Insertion.early(code, random, statement);
                    case FIRST -> Insertion.earlyFirst(code, statement);
                    case LAST -> Insertion.earlyLast(code, statement);
                };
            case PYTHON ->
                switch (place) {
                    case ANYWHERE -> PyFunction.atStatement(code, random, statement);
                    case FIRST -> PyFunction.atFirstStatement(code, statement);
                    case LAST -> PyFunction.atLastStatement(code, statement);
                };
        };
    }
}
