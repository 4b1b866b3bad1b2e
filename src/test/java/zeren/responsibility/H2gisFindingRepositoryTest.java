package zeren.responsibility;

import java.util.List;

/** The embedded database, in a file, with the settings of the application itself. */
class H2gisFindingRepositoryTest extends FindingRepositoryContract {

  @Override
  List<String> freshDatabase() {
    return List.of();
  }
}
