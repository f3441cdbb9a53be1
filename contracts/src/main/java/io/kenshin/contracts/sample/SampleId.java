package io.kenshin.contracts.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a sample: what it says, not who sent it or when. */
public final class SampleId {
    private SampleId() {}

    /** @return 64 hexadecimal digits; equal for code that differs in line ends and trailing blanks only */
    public static String of(String dataset, String code, String label) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {dataset, label, normalise(code)}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                digest.update((byte) ':');
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String normalise(String code) {
        return code.replace("\r\n", "\n").replaceAll("[ \\t]+(?=\n|$)", "").strip();
    }
}
