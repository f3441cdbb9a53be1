package io.kenshin.foundation;

/**
 * An error as {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(String type, String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code, String detail) {
        String name = code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Problem("urn:kenshin:error:" + name, name.replace('-', ' '), code.status(), detail);
    }
}
