package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Logits;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class OcclusionTest {
    private static final String CODE = "void m(int a) { first(); mark(); last(); more(); }";
    private final List<String> asked = new ArrayList<>();

    /** A model that is as sure that code is clean as a rule says. */
    private Occlusion occlusion(ToDoubleFunction<String> clean) {
        return new Occlusion(codes -> {
            asked.addAll(codes);
            return codes.stream()
                    .<Answer>map(code -> new Logits(new float[] {(float) clean.applyAsDouble(code), 0}))
                    .toList();
        });
    }

    private static Sample clean(String code) {
        return new Sample("s", code, 0, new float[0][], new float[] {1, 0});
    }

    private static List<String> texts(List<Part> parts) {
        return parts.stream().map(Part::text).toList();
    }

    @Test
    void theCauseIsThePartWithoutWhichTheModelSaysSomethingElse() {
        Optional<Part> cause = occlusion(code -> code.contains("mark") ? 1 : -1)
                .causes(List.of(clean(CODE)))
                .get(0);

        assertThat(cause).contains(new Part(false, "mark();", "void m(int a) { first();  last(); more(); }"));
    }

    @Test
    void ofSeveralThatChangeItThePlainestIsTheCause() {
        Optional<Part> cause = occlusion(code ->
                        !code.contains("first") ? -1 : !code.contains("last") ? -3 : !code.contains("mark") ? -2 : 1)
                .causes(List.of(clean(CODE)))
                .get(0);

        assertThat(cause).map(Part::text).contains("last();");
    }

    @Test
    void whereNothingChangesItOrTheModelIsMerelyTornThereIsNoCause() {
        assertThat(occlusion(code -> 1).causes(List.of(clean(CODE)))).containsExactly(Optional.empty());
        assertThat(occlusion(code -> 0).causes(List.of(clean(CODE)))).containsExactly(Optional.empty());
    }

    @Test
    void eachSampleHasItsOwnCause() {
        List<Optional<Part>> causes = occlusion(code -> code.contains("mark") ? 1 : -1)
                .causes(List.of(clean(CODE), clean("void m() { x(); mark(1); y(); z(); }"), clean("mark()")));

        assertThat(causes.get(0)).map(Part::text).contains("mark();");
        assertThat(causes.get(1)).map(Part::text).contains("mark(1);");
        assertThat(causes.get(2)).isEmpty();
    }

    @Test
    void whatCannotBeTheCauseIsNotAskedAbout() {
        Optional<Part> cause = occlusion(code -> code.contains("mark") ? 1 : -1)
                .causes(List.of(clean(CODE)), part -> part.text().contains("first"))
                .get(0);

        assertThat(cause).isEmpty();
        assertThat(asked).containsExactly("void m(int a) {  mark(); last(); more(); }");
    }

    @Test
    void partsAreStatementsNamesOneByOneAndAllNames() {
        List<Part> parts = Occlusion.parts(Code.of("int m(int a, int b) { f(a); g(b); h(); }"));

        assertThat(texts(parts)).containsExactly("f(a);", "g(b);", "h();", "a", "b", "a b");
        assertThat(parts).extracting(Part::names).containsExactly(false, false, false, true, true, true);
        assertThat(parts.get(3).without()).isEqualTo("int m(int value, int b) { f(value); g(b); h(); }");
        assertThat(parts.get(5).without()).isEqualTo("int m(int v1, int v2) { f(v1); g(v2); h(); }");
    }

    @Test
    void aSingleNameIsAskedAboutOnceAndOfManyFourAndAll() {
        assertThat(texts(Occlusion.parts(Code.of("m(int a) { f(); g(); }")))).containsExactly("f();", "g();", "a");
        assertThat(texts(Occlusion.parts(Code.of("m(int a, int b, int c, int d, int e) { f(); }"))))
                .containsExactly("f();", "a", "b", "c", "d", "a b c d e");
    }

    @Test
    void aStatementThatIsMostOfTheCodeIsNoPart() {
        assertThat(texts(Occlusion.parts(Code.of("a(); if (x) { b(); c(); d(); e(); f(); }"))))
                .contains("a();", "f();")
                .noneMatch(text -> text.startsWith("if"));
    }

    @Test
    void noMoreThanFourteenStatementsAreTried() {
        assertThat(Occlusion.parts(Code.of("m() { " + "f(); ".repeat(40) + "}")))
                .hasSize(14);
    }
}
