package io.kenshin.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kenshin.contracts.rest.PolicyEntry;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is done by itself, and what only by people. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what is done by itself and what only by people; with --set, changes it.",
            "Fields: confirmed (quarantine, review), suspicious (review, quarantine, ignore), mostQuarantined (0 to 1),",
            "heal (manual, automatic), strategy (clean, inoculate, unlearn), promote (automatic, approval), approvals (1, 2),",
            "attackSuccess and accuracyLoss (0 to 1), alert (drift, suspected, attack, off), screen (block, review, shadow, off).",
            "See docs/policies.md."
        })
public final class PolicyCommand extends ServiceCommand {
    private static final String PATH = "/api/v1/policies";

    @Option(names = "--dataset", description = "Only for this data set")
    private @Nullable String dataset;

    @Option(names = "--model", description = "Only for this model on the data set")
    private @Nullable String model;

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "Fields to set; others stay as they are")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--unset", description = "Forget what was set here: the wider policy holds again")
    private boolean unset;

    @Override
    public Integer call() {
        if (model != null && dataset == null) {
            System.err.println("kenshin: --model needs --dataset");
            return ExitCodes.USAGE;
        }
        Api api = fleet.api();
        String scope = dataset == null ? "default" : model == null ? dataset : dataset + "/" + model;
        if (unset || !set.isEmpty()) {
            ObjectNode fields = unset ? Api.JSON.createObjectNode() : known(api, scope);
            set.forEach((field, value) -> fields.set(field, json(value)));
            api.put(Service.REMEDIATION, PATH + "?scope=" + Api.encode(scope), fields);
        }
        JsonNode policy = api.get(
                Service.REMEDIATION,
                PATH + "/effective?dataset=" + Api.encode(dataset == null ? "" : dataset) + "&model="
                        + Api.encode(model == null ? "" : model));
        if (output.json()) {
            System.out.println(Api.write(policy));
        } else {
            policy.fields()
                    .forEachRemaining(field -> System.out.printf(
                            "%-18s %s%n", field.getKey(), field.getValue().asText()));
        }
        return ExitCodes.FINE;
    }

    private static ObjectNode known(Api api, String scope) {
        return api.list(Service.REMEDIATION, PATH, PolicyEntry.class).stream()
                .filter(entry -> entry.scope().equals(scope))
                .findFirst()
                .map(entry -> Api.JSON.<ObjectNode>valueToTree(entry.policy()))
                .orElseGet(Api.JSON::createObjectNode);
    }

    private static JsonNode json(String value) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?")
                ? (value.contains(".")
                        ? Api.JSON.getNodeFactory().numberNode(Double.parseDouble(value))
                        : Api.JSON.getNodeFactory().numberNode(Integer.parseInt(value)))
                : Api.JSON.getNodeFactory().textNode(value);
    }
}
