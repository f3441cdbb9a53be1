package io.kenshin.remediation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.remediation.TestSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final long SECONDS = 1_614_265_330;

    private static Webhook webhook(String url, String secret) {
        return new Webhook(TestSettings.with(Map.of("webhook.url", url, "webhook.secret", secret)));
    }

    @Test
    void theSignatureIsWhatAnotherImplementationGives() {
        // The example of the Standard Webhooks libraries.
        assertThat(WebhookKeys.of(KEY).signatures(ID, SECONDS, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        // Python: hmac.new(b"s3cret", b'1700000000.{"id":"1"}', hashlib.sha256).hexdigest()
        assertThat(WebhookKeys.of("s3cret").formerSignature(1_700_000_000, "{\"id\":\"1\"}"))
                .isEqualTo("t=1700000000,v1=2b9dee6c893e4bf012ad34ee7b89d492b9567b4f47740ccbf0f161ba3717dc08");
    }

    @Test
    void whileKeysChangeEveryKeySigns() {
        String old = WebhookKeys.of("old key").signatures(ID, SECONDS, BODY).split(" ")[0];

        assertThat(WebhookKeys.of(" " + KEY + "  old")
                        .signatures(ID, SECONDS, BODY)
                        .split(" "))
                .containsExactly("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", old);
    }

    @Test
    void withoutAnAddressNobodyIsToldAndWithoutAKeyNothingStarts() {
        assertThat(webhook("", "").listens()).isFalse();
        assertThat(webhook("https://example.org/x", KEY).listens()).isTrue();
        assertThatThrownBy(() -> webhook("https://example.org/x", " ")).hasMessageContaining("KENSHIN_WEBHOOK_SECRET");
        assertThatThrownBy(() -> webhook("http://example.org/x", "s")).hasMessageContaining("https");
        assertThatThrownBy(() -> webhook("https://example.org/x", "whsec_*secret*"))
                .hasMessageContaining("not base64")
                .hasMessageNotContaining("secret*");
    }
}
