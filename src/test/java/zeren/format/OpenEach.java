package zeren.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads each file of a folder to its end and prints what it got; run with little memory. */
final class OpenEach {

  private OpenEach() {}

  public static void main(String[] folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(Path.of(folder[0]))) {
      files = list.sorted().toList();
    }
    for (Path file : files) {
      System.out.println(file.getFileName() + " " + outcome(file));
    }
  }

  private static String outcome(Path file) throws IOException {
    String name = file.getFileName().toString();
    long rows = 0;
    try (Table table = TableFiles.open(file, name, null, FormatLimits.DEFAULT)) {
      while (table.next() != null) {
        rows++;
      }
      return "rows " + rows;
    } catch (FormatException e) {
      return e.code();
    } catch (RuntimeException | OutOfMemoryError e) {
      return e.toString();
    }
  }
}
