package zeren.exchange;

import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import zeren.layer.Declarations;
import zeren.layer.FeatureDraft;

/**
 * A reader with the layers that Zeren declares, and what it reads from the reference city's files.
 */
public final class Readers {

  private Readers() {}

  public static GisDataReader reader() {
    return new GisDataReader(declarations());
  }

  public static Declarations declarations() {
    try (var context = new AnnotationConfigApplicationContext(Declarations.class)) {
      return context.getBean(Declarations.class);
    }
  }

  public static List<FeatureDraft> referenceCity() throws IOException {
    return reader().read(DataFolder.onClasspath("gis-data"));
  }
}
