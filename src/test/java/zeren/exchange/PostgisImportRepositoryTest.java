package zeren.exchange;

import java.util.List;
import zeren.PostgisServer;

class PostgisImportRepositoryTest extends ImportRepositoryContract {

  @Override
  List<String> freshDatabase() {
    return PostgisServer.shared().freshDatabase();
  }
}
