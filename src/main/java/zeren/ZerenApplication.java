package zeren;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import zeren.database.CopyCommand;

/** Starts the service, or does what the first word asks for instead. */
@SpringBootApplication
public class ZerenApplication {

  public static void main(String[] args) {
    List<String> words = Arrays.asList(args);
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "import" -> System.exit(importFile(words.subList(1, words.size())));
      case "copy" -> System.exit(copy(words.subList(1, words.size())));
      case "verify-audit" -> System.exit(verify(words.subList(1, words.size())));
      default -> SpringApplication.run(ZerenApplication.class, args);
    }
  }

  @SuppressWarnings("SystemOut") // For the person who started the command.
  private static int importFile(List<String> arguments) {
    return ImportStart.run(arguments, System.getenv(), System.out, System.err);
  }

  @SuppressWarnings("SystemOut") // For the person who started the command.
  private static int copy(List<String> arguments) {
    // What goes wrong is said in a sentence; what the libraries say of it is not for that person.
    LoggingSystem.get(ZerenApplication.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
    return CopyCommand.run(arguments, System.getenv(), System.out, System.err);
  }

  @SuppressWarnings("SystemOut") // For the person who started the command.
  private static int verify(List<String> arguments) {
    return VerifyStart.run(arguments, System.getenv(), System.out, System.err);
  }
}
