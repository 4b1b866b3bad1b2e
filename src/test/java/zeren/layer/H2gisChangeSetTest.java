package zeren.layer;

import java.nio.file.Path;
import java.util.List;

class H2gisChangeSetTest extends ChangeSetContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return H2gisDatabase.in(folder);
  }
}
