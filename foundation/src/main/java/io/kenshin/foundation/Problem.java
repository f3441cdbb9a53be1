package io.kenshin.foundation;

import jakarta.ws.rs.core.Response;

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

    /** The answer that says it. */
    public static Response response(ErrorCode code, String detail) {
        return Response.status(code.status())
                .type(MEDIA_TYPE)
                .entity(of(code, detail))
                .build();
    }
}
