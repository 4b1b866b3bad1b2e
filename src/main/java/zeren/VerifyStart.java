package zeren;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import zeren.trail.VerifyCommand;

/** Opens the database, changes nothing in it, and runs {@code bin/run verify-audit}. */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"zeren.database", "zeren.trail"},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "zeren\\.database\\.DatabaseConfiguration",
              "zeren\\.trail\\.(TrailRepository|TrailCheck|VerifyCommand)"
            }))
class VerifyStart {

  static final String USAGE =
      """
      bin/run verify-audit [--head HASH] [--data DIR | --url JDBC-ADDRESS]
        checks that no row of the trail was changed, removed, put in or moved, and prints its head
        --head HASH    the head of an earlier check, written down: were rows cut off since?
        --data DIR     folder of the database (default: data, beside bin); no Zeren may run on it
        --url ADDRESS  a PostgreSQL instead; user and password in SPRING_DATASOURCE_USERNAME and
                       SPRING_DATASOURCE_PASSWORD
      Exit code: 0 the trail is whole, 1 it is not, 2 it could not be checked.""";

  private static final List<String> OPTIONS = List.of("--head", "--data", "--url");

  /**
   * @param words without the word {@code verify-audit}
   * @return the exit code, as {@link VerifyCommand} has them
   */
  static int run(
      List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      if (!OPTIONS.contains(words.get(i)) || i + 1 == words.size()) {
        boolean asked = List.of("--help", "-h").contains(words.get(i));
        (asked ? out : err).println(USAGE);
        return asked ? VerifyCommand.WHOLE : VerifyCommand.NOT_CHECKED;
      }
      given.put(words.get(i), words.get(i + 1));
    }
    if (!given.containsKey("--url") && !environment.containsKey("SPRING_DATASOURCE_URL")) {
      Path folder = Path.of(given.containsKey("--data") ? from(environment) : "");
      folder = folder.resolve(given.getOrDefault("--data", "data")).toAbsolutePath().normalize();
      if (!Files.exists(folder.resolve("zeren.mv.db"))) {
        err.println("There is no Zeren in " + folder + ".");
        return VerifyCommand.NOT_CHECKED;
      }
      given.put("--data", folder.toString());
    }
    try (ConfigurableApplicationContext context = start(given)) {
      return context.getBean(VerifyCommand.class).run(given.get("--head"), out, err);
    } catch (RuntimeException e) {
      // What is wrong with the database or the settings has been said by now.
      err.println(
          "Not checked. A Zeren that is running on this data checks it on its page /admin?view=trail.");
      return VerifyCommand.NOT_CHECKED;
    }
  }

  private static String from(Map<String, String> environment) {
    return environment.getOrDefault("ZEREN_CALLED_FROM", "");
  }

  private static ConfigurableApplicationContext start(Map<String, String> given) {
    List<String> settings = new ArrayList<>(List.of("--spring.flyway.enabled=false"));
    if (given.containsKey("--data")) {
      settings.add("--zeren.data=" + given.get("--data"));
    }
    if (given.containsKey("--url")) {
      settings.add("--spring.datasource.url=" + given.get("--url"));
    }
    SpringApplication application = new SpringApplication(VerifyStart.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    return application.run(settings.toArray(String[]::new));
  }
}
