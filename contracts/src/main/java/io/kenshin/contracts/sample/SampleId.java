package io.kenshin.contracts.sample;

import io.kenshin.contracts.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The identity of a sample: what it says, not who sent it or when. */
public final class SampleId {
    private SampleId() {}

    /** @return 64 hexadecimal digits; equal for code that differs in line ends and trailing blanks only */
    public static String of(String dataset, String code, String label) {
        MessageDigest digest = Sha256.start();
        for (String part : new String[] {dataset, label, normalise(code)}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return Sha256.end(digest);
    }

    static String normalise(String code) {
        return code.replace("\r\n", "\n").replaceAll("[ \\t]+(?=\n|$)", "").strip();
    }
}
