package io.kenshin.contracts.rest;

import org.jspecify.annotations.Nullable;

/**
 * The evidence of a promoted version, as it was written.
 *
 * @param bom CycloneDX JSON; the signature is over exactly this text
 * @param signature Ed25519 in base64; null when no key was set
 */
public record EvidenceDocument(String bom, @Nullable String signature) {}
