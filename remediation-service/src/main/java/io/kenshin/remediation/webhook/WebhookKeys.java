package io.kenshin.remediation.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that deliveries are signed with: one, or several while receivers change from one to the next.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
final class WebhookKeys {
    private static final String ENCODED = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> keys;
    private final byte[] former;

    private WebhookKeys(List<byte[]> keys, byte[] former) {
        this.keys = keys;
        this.former = former;
    }

    /**
     * Reads keys with spaces between them.
     *
     * @param secret each {@code whsec_} and base64, or any other text, of which the bytes are the key
     */
    static WebhookKeys of(String secret) {
        List<byte[]> keys = Arrays.stream(secret.strip().split("\\s+"))
                .filter(key -> !key.isEmpty())
                .map(WebhookKeys::key)
                .toList();
        return new WebhookKeys(keys, secret.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] key(String text) {
        if (!text.startsWith(ENCODED)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(ENCODED.length()));
            if (key.length == 0) {
                throw new IllegalArgumentException("nothing");
            }
            return key;
        } catch (IllegalArgumentException e) {
            // Nothing of the key: this goes to the log.
            throw new IllegalStateException("KENSHIN_WEBHOOK_SECRET has a key after whsec_ that is not base64", e);
        }
    }

    boolean none() {
        return keys.isEmpty();
    }

    /** One signature a key, in the order of the keys: a receiver takes any that it can verify. */
    String signatures(String id, long seconds, String body) {
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, id + "." + seconds + "." + body)))
                .collect(Collectors.joining(" "));
    }

    /** The header before Standard Webhooks, {@code t=SECONDS,v1=HEX} by the whole secret; it goes with the next version. */
    String formerSignature(long seconds, String body) {
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(former, seconds + "." + body));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
