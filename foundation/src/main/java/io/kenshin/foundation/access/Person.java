package io.kenshin.foundation.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** The person of the request that is being answered. */
@RequestScoped
public class Person {
    private final HttpHeaders headers;

    Person(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Their name; somebody where the request does not say. */
    public String name() {
        return Actor.named(headers.getHeaderString(Actor.HEADER));
    }
}
