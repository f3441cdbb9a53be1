package io.kenshin.remediation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a manifest says that its Java model has no field for: such fields do not fail, they land beside the others. */
final class UnknownFields {
    private static final List<String> MODELS =
            List.of("io.fabric8.kubernetes.api.model", "io.fabric8.openshift.api.model", "io.strimzi.api");

    private UnknownFields() {}

    /** Paths of unknown fields anywhere in an object of a model. */
    static List<String> of(Object object) {
        List<String> found = new ArrayList<>();
        collect(object, "", found);
        // A bridge method says what the method itself has said.
        return found.stream().distinct().toList();
    }

    private static void collect(Object object, String path, List<String> found) {
        if (object instanceof Collection<?> items) {
            items.forEach(item -> collect(item, path + "[]", found));
        } else if (object instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, path + "{}", found));
        } else if (object != null
                && !object.getClass().isEnum()
                && MODELS.stream().anyMatch(object.getClass().getName()::startsWith)) {
            Stream.of(object.getClass().getMethods())
                    .filter(method ->
                            method.getParameterCount() == 0 && method.getName().startsWith("get"))
                    .forEach(method -> field(object, method, path, found));
        }
    }

    private static void field(Object object, Method method, String path, List<String> found) {
        try {
            Object value = method.invoke(object);
            if (method.getName().equals("getAdditionalProperties")) {
                ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
            } else {
                collect(value, path + "." + method.getName().substring("get".length()), found);
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
