package io.kenshin.benchmarks.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A digest of code, by which results of one state of it are told from those of another. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Of the packages of some classes, with all that is below them. */
    public static String of(Class<?>... anchors) throws IOException {
        CRC32 crc = new CRC32();
        for (Class<?> anchor : anchors) {
            Path place = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().getPath());
            String folder = anchor.getPackageName().replace('.', '/');
            if (Files.isDirectory(place)) {
                add(place.resolve(folder), crc);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    add(jar.getPath(folder), crc);
                }
            }
        }
        return Long.toHexString(crc.getValue());
    }

    private static void add(Path folder, CRC32 crc) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                try {
                    crc.update(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
