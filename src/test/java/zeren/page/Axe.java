package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Asks axe-core what is wrong with a page for those who cannot see, hear or point well. */
final class Axe {

  private static final String SCRIPT = read();

  private Axe() {}

  private static String read() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new AssertionError("axe-core is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails on what axe-core calls serious or critical, and names where it is. */
  static void check(Page page) {
    page.evaluate(SCRIPT + "; undefined");
    Map<?, ?> found =
        (Map<?, ?>)
            page.evaluate(
                """
                async () => {
                  const { violations, passes } = await axe.run(document, {
                    resultTypes: ['violations'],
                  });
                  return {
                    passes: passes.length,
                    serious: violations
                      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
                      .flatMap(({ id, nodes }) =>
                        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)),
                  };
                }""");
    assertThat((Integer) found.get("passes")).as("rules that hold").isGreaterThan(8);
    assertThat((List<?>) found.get("serious")).as(page.url()).isEmpty();
  }
}
