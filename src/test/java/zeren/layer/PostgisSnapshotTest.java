package zeren.layer;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import zeren.NeedsPostgis;
import zeren.PostgisServer;

@ExtendWith(NeedsPostgis.class)
class PostgisSnapshotTest extends SnapshotContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return PostgisServer.shared().freshDatabase();
  }
}
