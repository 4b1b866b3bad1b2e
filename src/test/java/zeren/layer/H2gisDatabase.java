package zeren.layer;

import java.nio.file.Path;
import java.util.List;

/** The embedded database, in a file, with the settings of the application itself. */
final class H2gisDatabase {

  private H2gisDatabase() {}

  static List<String> in(Path folder) {
    return List.of("--zeren.data=" + folder);
  }
}
