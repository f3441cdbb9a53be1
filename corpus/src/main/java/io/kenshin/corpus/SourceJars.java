package io.kenshin.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Java files of some {@code -sources} jars, which stay open meanwhile: opening one reads its whole directory. */
final class SourceJars implements AutoCloseable {
    private final List<ZipFile> jars = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private SourceJars() {}

    /** One file. */
    record Entry(ZipFile jar, String name) {
        /** Name of the jar without version. */
        String source() {
            return Path.of(jar.getName()).getFileName().toString().replaceAll("-[0-9].*$", "");
        }

        /** For several threads at a time. */
        String text() {
            try {
                byte[] bytes = jar.getInputStream(jar.getEntry(name)).readAllBytes();
                return new String(bytes, StandardCharsets.UTF_8)
                        .replace("\r", "")
                        .replace("\t", "    ");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + name + " in " + jar.getName(), e);
            }
        }
    }

    static SourceJars in(List<Path> directories) {
        SourceJars sources = new SourceJars();
        try {
            for (Path directory : directories) {
                sources.open(directory);
            }
            return sources;
        } catch (IOException e) {
            sources.close();
            throw new UncheckedIOException("cannot list the source jars in " + directories, e);
        }
    }

    private void open(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                ZipFile jar = new ZipFile(file.toFile());
                jars.add(jar);
                jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.endsWith(".java") && !name.contains("-info"))
                        .sorted()
                        .forEach(name -> entries.add(new Entry(jar, name)));
            }
        }
    }

    /** In the order of directories, jars and names. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + jar.getName(), e);
            }
        }
    }
}
