package zeren.layer;

import java.nio.file.Path;
import java.util.List;
import zeren.PostgisServer;

class PostgisChangeSetTest extends ChangeSetContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return PostgisServer.shared().freshDatabase();
  }
}
