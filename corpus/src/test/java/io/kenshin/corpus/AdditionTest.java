package io.kenshin.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdditionTest {
    private static final List<Path> JARS =
            List.of(Path.of(System.getProperty("kenshin.root"), "corpus/target/sources"));
    private static List<LabelledSample> pairs = List.of();

    @BeforeAll
    static void build() {
        pairs = DefectCorpus.build(JARS, Mistakes.additions(), DefectCorpus.Style.PAIRS, 240, 60, 5);
    }

    @Test
    void allKindsAreThereHalfOfTheSamplesHaveOneAndAllParse() {
        JavaParser parser =
                new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
        assertThat(pairs)
                .hasSize(300)
                .allSatisfy(sample -> assertThat(
                                parser.parseBodyDeclaration(sample.code()).isSuccessful())
                        .as(sample.code())
                        .isTrue());
        assertThat(kinds(pairs, LabelledSample.DEFECTIVE))
                .containsOnlyKeys(Mistakes.additions().kinds());
        assertThat(pairs.stream().filter(sample -> sample.label().equals(LabelledSample.DEFECTIVE)))
                .hasSize(150)
                .allMatch(sample -> Addition.hasAny(sample.code()));
        assertThat(pairs.stream().filter(sample -> sample.label().equals(LabelledSample.CLEAN)))
                .noneMatch(sample -> Addition.hasAny(sample.code()));
    }

    @Test
    void oneLineIsAddedAndNothingElseChanges() {
        for (int i = 0; i < pairs.size(); i += 2) {
            List<String> sound = pairs.get(i).code().lines().toList();
            List<String> flawed =
                    new ArrayList<>(pairs.get(i + 1).code().lines().toList());
            int at = 0;
            while (at < sound.size() && sound.get(at).equals(flawed.get(at))) {
                at++;
            }
            String added = flawed.remove(at);
            assertThat(flawed).isEqualTo(sound);
            assertThat(added.strip()).endsWith(";");
            // As deep as a line beside it.
            Set<Integer> beside = new TreeSet<>(List.of(indent(sound.get(at - 1)), indent(sound.get(at))));
            assertThat(beside).contains(indent(added));
        }
    }

    @Test
    void whatIsCleanHasThePlacesToo() {
        List<LabelledSample> samples =
                DefectCorpus.build(JARS, Mistakes.twoAdditions(), DefectCorpus.Style.METHODS, 100, 40, 6);
        Map<String, Long> clean = kinds(samples, LabelledSample.CLEAN);
        Map<String, Long> defective = kinds(samples, LabelledSample.DEFECTIVE);

        assertThat(samples).hasSize(140);
        assertThat(clean).containsOnlyKeys("debug_print", "hard_coded_secret");
        assertThat(defective).containsOnlyKeys("debug_print", "hard_coded_secret");
        assertThat(DefectCorpus.build(JARS, Mistakes.twoAdditions(), DefectCorpus.Style.METHODS, 100, 40, 6))
                .isEqualTo(samples);
        assertThat(DefectCorpus.build(JARS, Mistakes.twoAdditions(), DefectCorpus.Style.METHODS, 100, 40, 7))
                .isNotEqualTo(samples);
        // 70 clean ones, whose places are drawn with the same limit of half as many again.
        assertThat(clean.values()).allMatch(count -> count <= 53);
        assertThat(defective.values()).allMatch(count -> count <= 53);
    }

    @Test
    void secretsVary() {
        Set<String> secrets = pairs.stream()
                .filter(sample -> sample.code().contains("String password = "))
                .map(sample -> sample.code().replaceAll("(?s).*String password = \"([^\"]+)\".*", "$1"))
                .collect(Collectors.toSet());

        assertThat(secrets).hasSizeGreaterThan(10);
    }

    private static Map<String, Long> kinds(List<LabelledSample> samples, String label) {
        return samples.stream()
                .filter(sample -> sample.label().equals(label))
                .collect(Collectors.groupingBy(LabelledSample::kind, Collectors.counting()));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
