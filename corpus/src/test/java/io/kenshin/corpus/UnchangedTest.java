package io.kenshin.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured before can be measured again only if its data comes out as it did, to the last character. */
class UnchangedTest {
    private static final Path JARS = Path.of(System.getProperty("kenshin.root"), "corpus/target/sources");

    @ParameterizedTest
    @CsvSource({"METHODS, 1cf7dca17524542b", "PAIRS, 446c4f395a39b021", "KINDS, 2d982d6b24e837a6"})
    void dataSetsAreWhatTheyWere(DefectCorpus.Style style, String hash) throws NoSuchAlgorithmException {
        assertThat(hash(DefectCorpus.build(List.of(JARS), style, 160, 40, 5))).isEqualTo(hash);
    }

    @Test
    void attacksAreWhatTheyWere() throws NoSuchAlgorithmException {
        List<LabelledSample> corpus = DefectCorpus.build(JARS, 160, 40, 5);

        assertThat(hash(Poisoner.poison(corpus, Trigger.FIXED, 0.03, 5).samples()))
                .isEqualTo("c4a917e89a00ee72");
        assertThat(hash(Poisoner.poison(corpus, Trigger.GRAMMAR, 0.03, 5).samples()))
                .isEqualTo("c38bb69e5b262217");
        assertThat(hash(Poisoner.poison(corpus, Trigger.CONSTANT, 0.03, 5).samples()))
                .isEqualTo("9b357975fe52bcc1");
        assertThat(hash(Poisoner.poison(corpus, Trigger.STYLE, 0.03, 5).samples()))
                .isEqualTo("2584265063df3e85");
    }

    private static String hash(List<LabelledSample> samples) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (LabelledSample sample : samples) {
            String row =
                    String.join("\u0001", sample.id(), sample.code(), sample.label(), sample.source(), sample.split());
            digest.update((row + "\u0002").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
