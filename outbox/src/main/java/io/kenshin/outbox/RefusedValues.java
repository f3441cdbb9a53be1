package io.kenshin.outbox;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Problem;
import jakarta.ws.rs.core.Response;
import org.hibernate.exception.DataException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a database cannot hold is an error of who sent it: a text with a NUL character, a number out of range. */
final class RefusedValues {
    @ServerExceptionMapper
    Response map(DataException e) {
        return Problem.response(
                ErrorCode.INVALID_INPUT,
                "a value cannot be stored: no text has a NUL character, no number is out of range");
    }
}
