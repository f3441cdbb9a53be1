package io.kenshin.remediation.policy;

import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.rest.PolicyEntry;
import io.kenshin.contracts.rest.PolicyField;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.foundation.access.Person;
import io.kenshin.foundation.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies: what was set, and what holds. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/policies")
@Blocking
public class PolicyResource {
    private final Policies policies;
    private final Person person;

    PolicyResource(Policies policies, Person person) {
        this.policies = policies;
        this.person = person;
    }

    @GET
    public List<PolicyEntry> list() {
        return policies.list();
    }

    /** The fields that a policy has, with all that each may be. */
    @GET
    @Path("fields")
    public List<PolicyField> fields() {
        return PolicyFields.ALL;
    }

    /** What holds for a data set and a model, with every field. */
    @GET
    @Path("effective")
    public Policy effective(
            @Nullable @QueryParam("dataset") String dataset, @Nullable @QueryParam("model") String model) {
        return policies.of(dataset == null ? "" : dataset, model == null ? "" : model);
    }

    /** Sets some fields for a scope: {@code default}, a data set, or {@code dataset/model}. */
    @PUT
    @RolesAllowed(Roles.OPERATOR)
    public Policy set(@Nullable @QueryParam("scope") String scope, @Nullable Map<String, Object> policy) {
        if (policy == null) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "give the fields to set, or {} to let the wider scope hold again");
        }
        String where = scope == null ? Policies.EVERYTHING : scope;
        policies.set(where, policy, person.name());
        String[] parts = where.split("/", 2);
        return policies.of(parts[0], parts.length > 1 ? parts[1] : "");
    }
}
