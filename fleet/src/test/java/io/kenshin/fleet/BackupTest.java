package io.kenshin.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path directory;

    private Path data() throws IOException {
        Path data = directory.resolve("data");
        Files.createDirectories(data.resolve("postgres/data/empty"));
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("postgres/data/table"), "rows");
        Files.writeString(data.resolve("logs/kafka.log"), "ready on 1");
        return data;
    }

    @Test
    void whatIsBroughtBackIsWhatWasThereWithoutWhatAStartMakesAnew() throws IOException {
        Path data = data();
        Path file = directory.resolve("backup.zip");

        assertThat(Backup.write(data, file)).isEqualTo(1);
        Directories.delete(data);
        assertThat(Backup.restore(file)).isEqualTo(data);

        assertThat(data.resolve("postgres/data/table")).hasContent("rows");
        assertThat(data.resolve("postgres/data/empty")).isEmptyDirectory();
        assertThat(data.resolve("logs")).doesNotExist();
    }

    @Test
    void nothingThatIsThereIsOverwritten() throws IOException {
        Path data = data();
        Path file = directory.resolve("backup.zip");
        Backup.write(data, file);

        assertThatThrownBy(() -> Backup.restore(file))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void aBackupIsOfAFleetAndNotInIt() throws IOException {
        assertThatThrownBy(() -> Backup.write(directory.resolve("nothing"), directory.resolve("b.zip")))
                .hasMessageContaining("no fleet has its data");
        Path data = data();
        assertThatThrownBy(() -> Backup.write(data, data.resolve("b.zip"))).hasMessageContaining("another place");
    }

    @Test
    void aFileThatReachesOutOfItsDirectoryIsNoBackup() throws IOException {
        Path file = directory.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("kenshin-backup"));
            zip.write(directory.resolve("new").toString().getBytes());
            zip.putNextEntry(new ZipEntry("../outside"));
        }

        assertThatThrownBy(() -> Backup.restore(file)).hasMessageContaining("reaches out of its directory");
        assertThat(directory.resolve("outside")).doesNotExist();
    }
}
