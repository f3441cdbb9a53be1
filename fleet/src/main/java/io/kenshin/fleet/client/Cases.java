package io.kenshin.fleet.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.contracts.rest.CaseSample;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.fleet.Service;
import java.util.List;
import java.util.Map;

/** The cases of a fleet, which remediation-service has. */
public final class Cases {
    private static final String PATH = "/api/v1/cases";

    private final Api api;

    public Cases(Api api) {
        this.api = api;
    }

    /** The latest first. */
    public List<CaseView> list() {
        return api.list(Service.REMEDIATION, PATH, CaseView.class);
    }

    public CaseView one(String id) {
        return Api.as(json(id, ""), CaseView.class);
    }

    public List<CaseSample> samples(String id) {
        return Api.all(json(id, "/samples?limit=10000"), CaseSample.class);
    }

    /**
     * A case, or something about it, as it was sent.
     *
     * @param about what follows the case in the path: nothing, or /samples, /decisions and so on
     */
    public JsonNode json(String id, String about) {
        return api.get(Service.REMEDIATION, path(id, about));
    }

    /** Does something with a case, such as heal or dismiss; what the service answers. */
    public JsonNode act(String id, String action, Map<String, ?> with) {
        return api.post(Service.REMEDIATION, path(id, "/" + action), with);
    }

    private static String path(String id, String about) {
        return PATH + "/" + Api.encode(id) + about;
    }
}
