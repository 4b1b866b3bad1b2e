package zeren;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or does what the first word asks for instead. */
@SpringBootApplication
public class ZerenApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("import")) {
      System.exit(importFile(Arrays.asList(args).subList(1, args.length)));
    }
    SpringApplication.run(ZerenApplication.class, args);
  }

  @SuppressWarnings("SystemOut") // For the person who started the command.
  private static int importFile(List<String> words) {
    return ImportStart.run(words, System.getenv(), System.out, System.err);
  }
}
