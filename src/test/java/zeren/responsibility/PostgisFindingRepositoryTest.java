package zeren.responsibility;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import zeren.NeedsPostgis;
import zeren.PostgisServer;

@ExtendWith(NeedsPostgis.class)
class PostgisFindingRepositoryTest extends FindingRepositoryContract {

  @Override
  List<String> freshDatabase() {
    return PostgisServer.shared().freshDatabase();
  }
}
