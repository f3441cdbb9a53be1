package io.kenshin.cli.command;

import io.kenshin.contracts.Sha256;
import io.kenshin.contracts.rest.EvidenceDocument;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The evidence of promoted models: fetch it, check it. */
public final class EvidenceCommands {
    private EvidenceCommands() {}

    /** Fetches. */
    @Command(
            name = "evidence",
            mixinStandardHelpOptions = true,
            description = "Writes the bill of materials (CycloneDX) of a promoted model, and its signature beside it.")
    public static final class Fetch implements Callable<Integer> {
        @Parameters(paramLabel = "CASE")
        private String id = "";

        @Option(names = "--out", paramLabel = "FILE", description = "default: CASE.cdx.json; the signature is FILE.sig")
        private @Nullable Path out;

        @Mixin
        private FleetOption fleet = new FleetOption();

        @Override
        public Integer call() throws IOException {
            EvidenceDocument document = fleet.api()
                    .get(Service.REMEDIATION, "/api/v1/cases/" + Api.encode(id) + "/evidence", EvidenceDocument.class);
            Path file = out == null ? Path.of(id + ".cdx.json") : out;
            Files.writeString(file, document.bom());
            System.out.println(file);
            if (document.signature() != null) {
                Path signature = Path.of(file + ".sig");
                Files.writeString(signature, document.signature() + "\n");
                System.out.println(signature);
            } else {
                System.out.println("not signed: remediation-service has no KENSHIN_EVIDENCE_KEY");
            }
            return ExitCodes.FINE;
        }
    }

    /** Checks. */
    @Command(
            name = "verify-evidence",
            mixinStandardHelpOptions = true,
            description = {
                "Checks that a bill of materials was signed with the key and, with --model, that it is about that file.",
                "Needs no fleet. Exit code 1 when something does not fit."
            })
    public static final class Verify implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--key", paramLabel = "PEM", required = true, description = "the Ed25519 public key")
        private Path key = Path.of("");

        @Option(names = "--signature", paramLabel = "FILE", description = "default: FILE.sig")
        private @Nullable Path signature;

        @Option(names = "--model", paramLabel = "ONNX", description = "the model file that it should be about")
        private @Nullable Path model;

        @Override
        public Integer call() throws IOException, GeneralSecurityException {
            byte[] bom = Files.readAllBytes(file);
            Path detached = signature == null ? Path.of(file + ".sig") : signature;
            boolean signed = isSigned(bom, Files.readString(detached), Files.readString(key));
            System.out.println(
                    signed ? "signature: fits" : "signature: DOES NOT FIT: the file or its signature was changed");
            boolean same = true;
            if (model != null) {
                String wanted = Api.JSON
                        .readTree(bom)
                        .at("/metadata/component/hashes/0/content")
                        .asText();
                same = wanted.equals(Sha256.of(model));
                System.out.println(same ? "model: fits" : "model: IS ANOTHER ONE than the bill of materials is about");
            }
            return signed && same ? ExitCodes.FINE : ExitCodes.BAD;
        }

        private static boolean isSigned(byte[] text, String signature, String pem) throws GeneralSecurityException {
            try {
                byte[] encoded = Base64.getMimeDecoder()
                        .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                check.update(text);
                return check.verify(Base64.getMimeDecoder().decode(signature.strip()));
            } catch (SignatureException e) {
                return false;
            }
        }
    }
}
