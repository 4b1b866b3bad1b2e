package zeren.layer;

import java.nio.file.Path;
import java.util.List;
import zeren.PostgisServer;

class PostgisRacingWritersTest extends RacingWritersContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return PostgisServer.shared().freshDatabase();
  }
}
