package io.kenshin.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Long lists, and what people set from the page. */
@Order(1)
class ConsoleListsE2E extends ConsolePages {
    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);

    @BeforeAll
    static void heal() throws IOException {
        demo.demo();
    }

    @Test
    void whatIsOlderThanTheFirstPageOfAListCanBeSeenAndChosen() throws SQLException {
        String url = "jdbc:postgresql://localhost:" + fleet.layout().databasePort() + "/ingest";
        try (Connection ingest = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = ingest.createStatement()) {
            statement.execute("insert into scan_order (id, dataset, model, version, state, created)"
                    + " select 's-old' || n, 'long ago', 'demo', 1, 'healthy', now() - n * interval '1 day'"
                    + " from generate_series(1, 250) as n");
            go("scans");
            assertThat(page.getByText("s-old1", EXACTLY)).isVisible(within(PATIENCE));
            assertThat(page.getByText("s-old250", EXACTLY)).hasCount(0);

            button("Show older").click();

            assertThat(page.getByText("s-old250", EXACTLY)).isVisible(within(PATIENCE));
            assertThat(page.url()).contains("most=400");
            assertThat(button("Show older")).hasCount(0);
            go("scans?most=1&dataset=long%20ago");
            assertThat(page.getByText("s-old1", EXACTLY)).isVisible(within(PATIENCE));
            page.getByLabel("Data set").last().selectOption("");
            assertThat(page.getByText("s-old1", EXACTLY)).hasCount(0);
            page.getByLabel("Data set").last().selectOption("long ago");
            assertThat(page.getByText("s-old1", EXACTLY)).isVisible(within(PATIENCE));
            go("scans?most=1&dataset=demo");
            assertThat(page.getByText("s-old1", EXACTLY)).hasCount(0);
            statement.execute("delete from scan_order where dataset = 'long ago'");
        }
    }

    @Test
    void schedulesPoliciesAndSourcesAreSetAndScansComparedFromThePage() {
        go("schedules");
        page.getByLabel("Name").fill("nightly");
        page.getByLabel("Data set").selectOption("demo");
        page.getByLabel("Model").selectOption("demo");
        page.getByLabel("or every").fill("6h");
        button("Set").click();
        assertThat(page.locator("td").getByText("every 6.0 h")).isVisible(within(PATIENCE));
        button("pause nightly").click();
        assertThat(button("resume nightly")).isVisible(within(PATIENCE));
        button("remove nightly").click();
        button("Remove").click();
        assertThat(page.getByText("No schedule")).isVisible(within(PATIENCE));

        go("policies");
        page.getByLabel("accuracyLoss").fill("0.03");
        button("Set for default").click();
        assertThat(page.locator("td").getByText("accuracyLoss 0.03")).isVisible(within(PATIENCE));
        page.getByLabel("accuracyLoss").fill("7");
        button("Set for default").click();
        assertThat(page.locator("td").getByText("accuracyLoss 7")).hasCount(0);

        go("sources?dataset=demo");
        button("blocked: guava").click();
        page.getByLabel("Reason").fill("a test");
        button("Set").click();
        assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("a test")))
                .containsText("guava", textWithin(PATIENCE));
        button("trusted: guava").click();
        assertThat(page.getByText("a test")).hasCount(0);

        go("scan/" + theCase().path("scanId").asText());
        page.getByLabel("with scan").selectOption(theCase().path("rescanId").asText());
        assertThat(page.locator("td").getByText("findings that only it has")).isVisible(within(PATIENCE));
        assertThat(page.url()).contains("with=");
    }
}
