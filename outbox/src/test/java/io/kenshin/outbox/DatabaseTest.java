package io.kenshin.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    @Test
    void aDatabaseThatIsAwayIsWaitedForAndWhatItRefusesIsNot() {
        assertThat(Database.passing(new CompletionException(new ConnectException("Connection refused"))))
                .isTrue();
        assertThat(Database.passing(new IllegalStateException("Pool closed"))).isTrue();
        assertThat(Database.passing(new CompletionException(new SQLException("starting up", "57P03"))))
                .isTrue();
        assertThat(Database.passing(new CompletionException(new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(Database.passing(new KenshinException(ErrorCode.CONFLICT, "no")))
                .isFalse();
        assertThat(Database.passing(new NullPointerException())).isFalse();
    }
}
