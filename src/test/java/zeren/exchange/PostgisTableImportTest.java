package zeren.exchange;

import java.util.List;
import zeren.PostgisServer;

class PostgisTableImportTest extends TableImportContract {

  @Override
  List<String> freshDatabase() {
    return PostgisServer.shared().freshDatabase();
  }
}
