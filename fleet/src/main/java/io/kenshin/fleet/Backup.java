package io.kenshin.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The data of a fleet of this machine in one file. It is stopped meanwhile, so that broker, database and models
 * agree.
 */
public final class Backup {
    private static final String PLACE = "kenshin-backup";
    /** What a start makes anew. */
    private static final Set<String> LEFT_OUT = Set.of("logs", "postgres/program");

    private Backup() {}

    /**
     * Writes a backup.
     *
     * @return how many files it holds
     * @throws FleetException when the fleet runs, or there is none in the directory
     */
    public static int write(Path data, Path file) {
        check(data);
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new FleetException("no fleet has its data in " + data);
        }
        if (file.toAbsolutePath().normalize().startsWith(data)) {
            throw new FleetException("the backup would be in the directory that it is of: choose another place");
        }
        int[] count = {0};
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(partial))) {
                out.setLevel(1);
                out.putNextEntry(new ZipEntry(PLACE));
                out.write(data.toString().getBytes(StandardCharsets.UTF_8));
                Files.walkFileTree(data, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                            throws IOException {
                        String name = data.relativize(directory).toString();
                        if (LEFT_OUT.contains(name)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        if (!name.isEmpty()) {
                            // PostgreSQL wants its empty directories back.
                            out.putNextEntry(new ZipEntry(name + "/"));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                        if (attributes.isRegularFile()) {
                            out.putNextEntry(new ZipEntry(data.relativize(each).toString()));
                            Files.copy(each, out);
                            count[0]++;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
            Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return count[0];
        } catch (IOException e) {
            throw new FleetException("the backup cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Brings a backup back to where it was taken: models are known by their place.
     *
     * @return the directory
     * @throws FleetException when something is there already, or the file is no backup
     */
    public static Path restore(Path file) {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(PLACE)) {
                throw new FleetException(file + " is no backup of kenshin");
            }
            Path data = Path.of(new String(zip.readNBytes(4096), StandardCharsets.UTF_8));
            if (!data.isAbsolute() || Files.exists(data)) {
                throw new FleetException(data + " is there already: move it away, the backup is of that directory");
            }
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = data.resolve(entry.getName()).normalize();
                if (!target.startsWith(data)) {
                    throw new FleetException(file + " is no backup of kenshin: it reaches out of its directory");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (OutputStream out = Files.newOutputStream(target)) {
                        zip.transferTo(out);
                    }
                }
            }
            // PostgreSQL refuses a directory that others may read.
            Files.setPosixFilePermissions(data.resolve("postgres/data"), PosixFilePermissions.fromString("rwx------"));
            return data;
        } catch (IOException e) {
            throw new FleetException("the backup cannot be read: " + e.getMessage(), e);
        }
    }

    private static void check(Path data) {
        if (Files.exists(data.resolve(FleetFile.NAME))
                && ProcessHandle.of(FleetFile.find(data).supervisor()).isPresent()) {
            throw new FleetException("the fleet on " + data + " is running: stop it first (kenshin down)");
        }
        Leftovers.stop(data);
    }
}
