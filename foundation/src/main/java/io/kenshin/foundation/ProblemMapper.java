package io.kenshin.foundation;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what goes wrong into {@link Problem}; the only mapper. */
final class ProblemMapper {
    @ServerExceptionMapper
    Response map(KenshinException e) {
        return problem(e.code(), String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknown(SecurityException e) {
        return problem(ErrorCode.UNAUTHENTICATED, "say who you are: send a token that is valid as a bearer token");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return problem(ErrorCode.FORBIDDEN, "your roles do not allow this");
    }

    private static Response problem(ErrorCode code, String detail) {
        Response.ResponseBuilder response =
                Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(code, detail));
        if (code == ErrorCode.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }
}
