package zeren.layer;

import java.nio.file.Path;
import java.util.List;
import zeren.PostgisServer;

class PostgisNoOverlapTest extends NoOverlapContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return PostgisServer.shared().freshDatabase();
  }
}
