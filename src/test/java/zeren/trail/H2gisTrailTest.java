package zeren.trail;

import java.nio.file.Path;
import java.util.List;

class H2gisTrailTest extends TrailContract {

  @Override
  List<String> freshDatabase(Path folder) {
    return List.of("--zeren.data=" + folder);
  }

  @Override
  String withoutGuard() {
    return "DROP TRIGGER trail_append_only";
  }

  @Override
  boolean isShared() {
    return false;
  }
}
