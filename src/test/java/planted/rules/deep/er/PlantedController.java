package planted.rules.deep.er;

import java.sql.Connection;
import org.geotools.referencing.CRS;
import org.springframework.web.bind.annotation.RestController;

/** Breaks every rule of {@code ArchitectureTest} at once; nothing runs it. */
@RestController
public class PlantedController {

  Class<?> geoTools() {
    return CRS.class;
  }

  Class<?> sql() {
    return Connection.class;
  }
}
