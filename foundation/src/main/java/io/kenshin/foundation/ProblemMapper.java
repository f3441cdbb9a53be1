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
        return Problem.response(e.code(), String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknown(SecurityException e) {
        Response problem = Problem.response(
                ErrorCode.UNAUTHENTICATED, "say who you are: send a token that is valid as a bearer token");
        return Response.fromResponse(problem)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.response(ErrorCode.FORBIDDEN, "your roles do not allow this");
    }
}
