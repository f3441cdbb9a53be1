package io.kenshin.foundation.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that the services of a fleet give each other and their jobs: signed with the fleet's key, for one role, and
 * where they leave the fleet for one path, for as long as they are needed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 */
@ApplicationScoped
public class ServiceTokens {
    /** Long enough for clocks that differ, short enough to be worth nothing tomorrow. */
    public static final Duration CALL = Duration.ofMinutes(5);

    private static final String ISSUER = "kenshin";
    private static final String ROLE = "role";
    private static final String PATH = "path";
    private static final int SKEW_SECONDS = 30;

    private final Optional<SecretKey> key;
    private final Optional<JwtConsumer> consumer;
    private final Optional<String> apiToken;

    ServiceTokens(AccessSettings settings) {
        key = settings.serviceKey()
                .filter(value -> !value.isEmpty())
                .map(value -> new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        consumer = key.map(ServiceTokens::consumer);
        apiToken = settings.apiToken().filter(value -> !value.isBlank());
    }

    private static JwtConsumer consumer(SecretKey key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(ISSUER)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    /**
     * Who a token is of.
     *
     * @param path the only one that it opens, for reading; empty for all
     */
    record Bearer(String subject, String role, Optional<String> path) {}

    /** Whether it signs tokens; else there is at most the fleet's one API token. */
    public boolean signed() {
        return key.isPresent();
    }

    /** What a service says to another: the fleet's API token where there is no key; empty where neither is needed. */
    public Optional<String> forCall(String service) {
        return key.isPresent() ? Optional.of(sign(service, Roles.OPERATOR, null, CALL)) : apiToken;
    }

    /** What a job reads its data with, and nothing else. */
    public Optional<String> forJob(String job, String path, Duration valid) {
        return key.isPresent() ? Optional.of(sign(job, Roles.JOB, path, valid)) : apiToken;
    }

    private String sign(String subject, String role, @Nullable String path, Duration valid) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(ISSUER);
        claims.setSubject(subject);
        claims.setClaim(ROLE, role);
        if (path != null) {
            claims.setClaim(PATH, path);
        }
        claims.setIssuedAtToNow();
        NumericDate end = NumericDate.now();
        end.addSeconds(valid.toSeconds());
        claims.setExpirationTime(end);
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(key.orElseThrow());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed: " + e.getMessage(), e);
        }
    }

    /** Whose token it is; empty when it is not one of this fleet, or no longer. */
    Optional<Bearer> read(String token) {
        if (consumer.isEmpty()) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = consumer.get().processToClaims(token);
            return Optional.of(new Bearer(
                    claims.getSubject(),
                    claims.getStringClaimValue(ROLE),
                    Optional.ofNullable(claims.getStringClaimValue(PATH))));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
