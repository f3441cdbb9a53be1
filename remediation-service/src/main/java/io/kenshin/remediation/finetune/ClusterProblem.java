package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A question about a job that the cluster could not answer. */
final class ClusterProblem {
    @ServerExceptionMapper
    Response map(KubernetesClientException e) {
        return Problem.response(
                ErrorCode.UNAVAILABLE,
                ClusterJobs.refused(e)
                        ? "the cluster refuses to say how the job stands (status " + e.getCode()
                                + "): see the rights of remediation-service's account"
                        : "the cluster's API does not answer; a job that runs goes on: ask again later");
    }
}
