package io.kenshin.foundation;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns {@link KenshinException} into {@link Problem}; the only mapper. */
final class ProblemMapper {
    @ServerExceptionMapper
    Response map(KenshinException e) {
        return Response.status(e.code().status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(e.code(), String.valueOf(e.getMessage())))
                .build();
    }
}
