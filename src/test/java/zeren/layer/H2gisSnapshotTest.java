package zeren.layer;

import java.nio.file.Path;
import java.util.List;

class H2gisSnapshotTest extends SnapshotContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return H2gisDatabase.in(folder);
  }
}
