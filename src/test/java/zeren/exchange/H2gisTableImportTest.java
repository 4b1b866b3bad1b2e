package zeren.exchange;

import java.util.List;

/** The embedded database, in a file, with the settings of the application itself. */
class H2gisTableImportTest extends TableImportContract {

  @Override
  List<String> freshDatabase() {
    return List.of();
  }
}
