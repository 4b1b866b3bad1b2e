package zeren.trail;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import zeren.NeedsPostgis;
import zeren.PostgisServer;

@ExtendWith(NeedsPostgis.class)
class PostgisTrailTest extends TrailContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return PostgisServer.shared().freshDatabase();
  }

  @Override
  String withoutGuard() {
    return "ALTER TABLE trail DISABLE TRIGGER USER";
  }

  @Override
  boolean isShared() {
    return true;
  }
}
