package zeren;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import zeren.exchange.ImportArguments;
import zeren.exchange.ImportCommand;
import zeren.layer.Viewer;
import zeren.layer.Viewers;

/** Starts what an import needs, without a web server, and runs {@code bin/run import}. */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"zeren.database", "zeren.trail", "zeren.layer", "zeren.exchange"},
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "zeren\\.[a-z]+\\.web\\..*"))
class ImportStart {

  private static final long PATIENCE_SECONDS = 20;

  /** Accounts have no rights at the console, where nobody has logged in; who sits at it has all. */
  @Bean
  static Viewers viewers() {
    return account -> Viewer.ANONYMOUS;
  }

  /**
   * @param words without the word {@code import}
   * @return the exit code, as {@link ImportCommand} has them
   */
  static int run(
      List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
      (words.isEmpty() ? err : out).println(ImportArguments.USAGE);
      return words.isEmpty() ? ImportCommand.NOTHING : ImportCommand.DONE;
    }
    Path folder = Path.of(environment.getOrDefault("ZEREN_CALLED_FROM", "")).toAbsolutePath();
    try {
      ImportArguments arguments = ImportArguments.parse(words, folder);
      Path data = arguments.data();
      if (data != null && !Files.exists(data.resolve("zeren.mv.db"))) {
        err.println("There is no Zeren in " + data + " yet; start it once with bin/run --data.");
        return ImportCommand.NOTHING;
      }
      return run(arguments, folder, out, err);
    } catch (ImportArguments.UsageException e) {
      err.println(e.getMessage());
      err.println(ImportArguments.USAGE);
      return ImportCommand.NOTHING;
    }
  }

  private static int run(ImportArguments arguments, Path folder, PrintStream out, PrintStream err) {
    ConfigurableApplicationContext context;
    try {
      context = start(arguments);
    } catch (RuntimeException e) {
      // What is wrong with the database or the settings has been said by now.
      err.println(
          "Nothing was imported. A Zeren that is running on this data takes files on its page"
              + " /admin and at POST /api/layers/"
              + arguments.layer()
              + "/import.");
      return ImportCommand.NOTHING;
    }
    ImportCommand command = context.getBean(ImportCommand.class);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(command, ended)));
    try (context) {
      String by = System.getProperty("user.name", "") + ImportCommand.AT_CONSOLE;
      return command.run(arguments, folder, by, out, err);
    } finally {
      ended.countDown();
    }
  }

  private static ConfigurableApplicationContext start(ImportArguments arguments) {
    List<String> settings = new ArrayList<>();
    if (arguments.data() != null) {
      settings.add("--zeren.data=" + arguments.data());
    }
    if (arguments.url() != null) {
      settings.add("--spring.datasource.url=" + arguments.url());
    }
    SpringApplication application = new SpringApplication(ImportStart.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setRegisterShutdownHook(false);
    return application.run(settings.toArray(String[]::new));
  }

  /** Whoever interrupts the command wants nothing of the file to be in, now or at a later start. */
  private static void stop(ImportCommand command, CountDownLatch ended) {
    if (ended.getCount() == 0) {
      return;
    }
    command.cancel();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
