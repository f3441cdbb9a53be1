package io.kenshin.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessGuardTest {
    private static final String KEY = "k".repeat(32);

    private record Settings(Optional<String> apiToken, Optional<String> serviceKey, boolean oidc, boolean production)
            implements AccessSettings {
        @Override
        public int requestsPerSecond() {
            return 0;
        }

        static Settings of(String apiToken, String serviceKey, boolean oidc, boolean production) {
            return new Settings(Optional.of(apiToken), Optional.of(serviceKey), oidc, production);
        }
    }

    private static void starts(String host, Settings settings) {
        assertThatCode(() -> AccessGuard.check(host, settings)).doesNotThrowAnyException();
    }

    private static void refuses(String host, Settings settings, String why) {
        assertThatThrownBy(() -> AccessGuard.check(host, settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    @Test
    void onlyThisMachineIsServedWithoutAuthentication() {
        starts("localhost", Settings.of("", "", false, false));
        starts("127.0.0.1", Settings.of("", "", false, false));
        refuses("0.0.0.0", Settings.of("", "", false, false), "KENSHIN_OIDC or KENSHIN_API_TOKEN");
        refuses("10.0.0.7", Settings.of(" ", "", false, false), "without authentication");
        starts("0.0.0.0", Settings.of("token", "", false, false));
        starts("0.0.0.0", Settings.of("", KEY, true, false));
    }

    @Test
    void productionWantsAnIdentityProviderAndAServiceKeyAndNoTokenForEverything() {
        starts("0.0.0.0", Settings.of("", KEY, true, true));
        refuses("localhost", Settings.of("", "", false, true), "identity provider");
        refuses("0.0.0.0", Settings.of("token", "", false, true), "identity provider");
        refuses("0.0.0.0", Settings.of("token", KEY, true, true), "no KENSHIN_API_TOKEN");
        refuses("0.0.0.0", Settings.of("", "", true, true), "KENSHIN_SERVICE_KEY");
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused() {
        refuses("localhost", Settings.of("", "short", false, false), "at least 32");
        refuses("localhost", Settings.of("", "", true, false), "set KENSHIN_SERVICE_KEY");
    }

    @Test
    void greaterRolesIncludeLesserOnes() {
        assertThat(Roles.withIncluded(Set.of("operator")))
                .containsExactlyInAnyOrder("operator", "reviewer", "viewer", "ingester");
        assertThat(Roles.withIncluded(Set.of("reviewer"))).containsExactlyInAnyOrder("reviewer", "viewer");
        assertThat(Roles.withIncluded(Set.of("job"))).containsExactly("job");
    }

    @Test
    void onlyPagesOfThisMachineAreNotForeign() {
        for (String own : new String[] {null, "http://localhost:8080", "http://127.0.0.1:3000", "http://[::1]:8080"}) {
            assertThat(LoopbackGuard.isForeign(own)).as(own).isFalse();
        }
        for (String other :
                List.of("https://evil.example", "http://localhost.evil.example", "null", "file://", "not a url")) {
            assertThat(LoopbackGuard.isForeign(other)).as(other).isTrue();
        }
    }
}
