package zeren.exchange;

import java.util.List;
import zeren.PostgisServer;

class PostgisImportTest extends ImportContract {

  @Override
  List<String> freshDatabase() {
    return PostgisServer.shared().freshDatabase();
  }
}
