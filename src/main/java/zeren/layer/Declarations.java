package zeren.layer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
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

  /** The same with their {@link Appearance}. */
  private volatile Map<String, LayerDeclaration> shown = byId;

  /**
   * @throws DeclarationException when a file cannot be used
   */
  /**
   * @param ownFolder need not exist
   */
  Declarations(@Value("${zeren.layers:config/layers}") Path ownFolder) throws IOException {
    Resource[] shipped =
        new PathMatchingResourcePatternResolver().getResources("classpath:/layers/*.yml");
    byId.putAll(read(List.of(shipped)));
    if (Files.isDirectory(ownFolder)) {
      try (Stream<Path> files = Files.list(ownFolder)) {
        byId.putAll(
            read(
                files
                    .filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .map(FileSystemResource::new)
                    .toList()));
      }
    }
  }

  private static Map<String, LayerDeclaration> read(List<? extends Resource> files)
      throws IOException {
    Map<String, LayerDeclaration> read = new LinkedHashMap<>();
    for (Resource file : files) {
      String name = String.valueOf(file.getFilename());
      try (InputStream in = file.getInputStream()) {
        LayerDeclaration declared = new DeclarationReader().read(name, in);
        if (read.put(declared.id(), declared) != null) {
          throw new DeclarationException(
              name, "another file declares a layer '" + declared.id() + "' too");
        }
      }
    }
    return read;
  }

  /** In drawing order, lowest first; tables that say nothing of it at the end, by their ids. */
  public Collection<LayerDeclaration> all() {
    return shown.values().stream()
        .sorted(
            Comparator.comparingInt((LayerDeclaration layer) -> layer.drawing().order())
                .thenComparing(LayerDeclaration::id))
        .toList();
  }

  public Optional<LayerDeclaration> find(String id) {
    return Optional.ofNullable(shown.get(id));
  }

  /** As its file has it. */
  Optional<LayerDeclaration> findDeclared(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Lays appearances over the files, for all who ask from now on. */
  void show(Map<String, Appearance> appearances) {
    Map<String, LayerDeclaration> now = new LinkedHashMap<>();
    byId.forEach(
        (id, layer) -> now.put(id, appearances.getOrDefault(id, Appearance.NONE).over(layer)));
    shown = now;
  }
}
