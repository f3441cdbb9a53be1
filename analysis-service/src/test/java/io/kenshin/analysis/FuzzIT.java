package io.kenshin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.testkit.PlatformResource;
import io.kenshin.testkit.RestFuzzer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Requests that nobody means; {@code -Dkenshin.fuzz=10000} sends so many. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "analysis"))
class FuzzIT {
    @TestHTTPResource
    String url;

    @Test
    void whateverIsSentIsAnsweredAndNothingBreaks() throws IOException, InterruptedException {
        RestFuzzer fuzzer = new RestFuzzer(url, 1);

        assertThat(fuzzer.run(Integer.getInteger("kenshin.fuzz", 500))).isEmpty();
    }
}
