package io.kenshin.remediation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of k8s/. */
final class Manifests {
    private Manifests() {}

    /** Every document of a directory and those below it. */
    static List<String> documents(Path directory) throws IOException {
        List<String> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                // A list is a patch of kustomize's own kind.
                if (!text.replaceAll("(?m)^#.*\\R", "").startsWith("-")) {
                    documents.addAll(List.of(text.split("(?m)^---$")));
                }
            }
        }
        return documents;
    }
}
