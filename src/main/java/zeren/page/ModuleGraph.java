package zeren.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which modules a page needs in the end. A browser would find out one step at a time, and every
 * step is a way there and back, which takes long on a phone; told at once, it asks for all of them
 * together.
 */
@Component
class ModuleGraph {

  /** What follows {@code from}, and an import for its effects alone, at the beginning of a line. */
  private static final Pattern IMPORT =
      Pattern.compile(
          "^(?:import|export|\\})(?:[^;'\"]*?\\bfrom)?\\s*['\"]([^'\"]+)['\"]", Pattern.MULTILINE);

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  /**
   * @param entry address of a module, such as {@code /js/map-page.js}
   * @return it and all that it imports at once, the nearest first
   */
  List<String> of(String entry) {
    return known.computeIfAbsent(entry, ModuleGraph::walk);
  }

  private static List<String> walk(String entry) {
    Set<String> found = new LinkedHashSet<>(Set.of(entry));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      String module = open.remove();
      Matcher imports = IMPORT.matcher(read(module));
      while (imports.find()) {
        String imported = resolve(module, imports.group(1));
        if (found.add(imported)) {
          open.add(imported);
        }
      }
    }
    return List.copyOf(found);
  }

  private static String resolve(String from, String name) {
    String bare = ImportMap.MODULES.get(name);
    return bare == null ? URI.create(from).resolve(name).toString() : bare;
  }

  /** Modules of others are asked for, not looked into: they import nothing. */
  private static String read(String module) {
    if (module.startsWith("/webjars/")) {
      return "";
    }
    try {
      return new ClassPathResource("web" + module).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
