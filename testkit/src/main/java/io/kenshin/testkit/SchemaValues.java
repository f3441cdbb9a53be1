package io.kenshin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** JSON of a schema's form, with something else here and there. */
final class SchemaValues {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 4;
    /** One value in so many is of another form. */
    private static final int ODD = 6;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "..",
            "../../etc/passwd",
            "%2e%2e%2f",
            "\u0000",
            "\ud83d\ude00",
            "\ud800",
            "'; drop table sample; --",
            "${jndi:ldap://x}",
            "<script>alert(1)</script>",
            "1",
            "-1",
            "9999999999999999999999",
            "NaN",
            "null",
            "new",
            "10%",
            "3/10",
            "1s",
            "0 3 * * *",
            "x".repeat(5_000));

    private final JsonNode document;
    private final Random random;

    /** @param document in which a schema's references point */
    SchemaValues(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** Something of a schema's form, or not. */
    JsonNode of(JsonNode schema) {
        return value(schema, 0);
    }

    /** A text that has to do with nothing. */
    String text() {
        return random.nextInt(4) == 0 ? "d" + random.nextInt(5) : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private JsonNode value(JsonNode schema, int depth) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            return value(document.at(reference.substring(1)), depth);
        }
        if (depth > DEEPEST || random.nextInt(ODD) == 0) {
            return anything();
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        for (String choice : List.of("enum", "oneOf", "anyOf")) {
            JsonNode choices = schema.path(choice);
            if (!choices.isEmpty()) {
                JsonNode chosen = choices.path(random.nextInt(choices.size()));
                return choice.equals("enum") ? chosen : value(chosen, depth);
            }
        }
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.path(0).asText() : type.asText();
        return switch (name) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("properties").fields().forEachRemaining(property -> {
                    if (random.nextInt(5) > 0) {
                        object.set(property.getKey(), value(property.getValue(), depth + 1));
                    }
                });
                yield object;
            }
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "integer", "number" -> JSON.getNodeFactory().numberNode(random.nextInt(5) - 1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            default -> JSON.getNodeFactory().textNode(text());
        };
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 3 -> JSON.createArrayNode().addNull().add(text());
            case 4 -> JSON.createObjectNode().put(text(), text());
            case 5 -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().textNode(text());
        };
    }
}
