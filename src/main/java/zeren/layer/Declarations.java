package zeren.layer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All layers that are declared: those that Zeren brings, and an operator's own in the folder {@code
 * config/layers}. An own file with the id of a layer that Zeren brings takes its place.
 */
@Component
public class Declarations {

  private final Map<String, LayerDeclaration> byId = new LinkedHashMap<>();

  /**
   * @throws DeclarationException when a file cannot be used
   */
  Declarations(@Value("${zeren.layers:file:config/layers/}") String ownFolder) throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    var reader = new DeclarationReader();
    for (String pattern : List.of("classpath:/layers/*.yml", ownFolder + "*.yml")) {
      for (Resource resource : sorted(resolver.getResources(pattern))) {
        try (InputStream in = resource.getInputStream()) {
          LayerDeclaration declared = reader.read(String.valueOf(resource.getFilename()), in);
          byId.put(declared.id(), declared);
        }
      }
    }
  }

  /** In drawing order, lowest first. */
  public Collection<LayerDeclaration> all() {
    return byId.values().stream()
        .sorted(Comparator.comparingInt(layer -> layer.drawing().order()))
        .toList();
  }

  public Optional<LayerDeclaration> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static List<Resource> sorted(Resource[] resources) {
    return Stream.of(resources)
        .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
        .toList();
  }
}
