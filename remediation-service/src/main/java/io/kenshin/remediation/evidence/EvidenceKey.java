package io.kenshin.remediation.evidence;

import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Ed25519 key (RFC 8032) that evidence is signed with; without one, evidence stays unsigned. */
@ApplicationScoped
public class EvidenceKey {
    static final String ALGORITHM = "Ed25519";

    private final @Nullable PrivateKey key;

    EvidenceKey(RemediationSettings settings) {
        key = settings.evidence()
                .key()
                .filter(path -> !path.isBlank())
                .map(EvidenceKey::read)
                .orElse(null);
    }

    private static PrivateKey read(String path) {
        try {
            String pem = Files.readString(Path.of(path));
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // The message must not say what stood in the file.
            throw new IllegalStateException(
                    path + " holds no Ed25519 private key; make one with: openssl genpkey -algorithm ed25519", e);
        }
    }

    /** The detached signature in base64, or nothing without a key. */
    Optional<String> sign(String text) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Optional.of(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the evidence cannot be signed: " + e.getMessage(), e);
        }
    }
}
