package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks over a page with axe-core for what keeps people out. */
final class Axe {

  private static final String SCRIPT = read();

  private Axe() {}

  private static String read() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No finding may be serious or critical. */
  static void assertOpenToAll(Page page) {
    // As the protocol runs it, which the content security policy does not forbid.
    page.evaluate(SCRIPT);
    Object findings =
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .filter(({impact}) => ['serious', 'critical'].includes(impact))
              .flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
                `${id}: ${target.join(' ')} ${failureSummary}`))
            """);
    assertThat((List<?>) findings).as(page.url()).isEmpty();
  }
}
