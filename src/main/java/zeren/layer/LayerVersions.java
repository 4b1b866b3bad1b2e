package zeren.layer;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The versions of the layers as the database has them, which a node may not have read yet. */
@Component
public class LayerVersions {

  private final LayerVersionRepository repository;

  LayerVersions(LayerVersionRepository repository) {
    this.repository = repository;
  }

  /** By layer; those that nothing was ever written to are left out. */
  public Map<String, Long> recorded() {
    return repository.findAll();
  }
}
