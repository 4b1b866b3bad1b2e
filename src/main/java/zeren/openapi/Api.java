package zeren.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;

/** All that is said of the service's addresses, in the order in which it is said. */
public final class Api {

  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Map<String, Schema> schemas = new LinkedHashMap<>();
  private final Map<String, Map<HttpMethod, Operation>> paths = new LinkedHashMap<>();

  /** Addresses that belong together; the same section again when several modules add to it. */
  public Section section(String zh, String en) {
    return sections.computeIfAbsent(zh + " " + en, Section::new);
  }

  /** Gives a schema a name, by which others can refer to it. */
  public Schema name(String name, Schema schema) {
    schemas.put(name, schema);
    return Schema.named(name);
  }

  Map<String, Schema> schemas() {
    return schemas;
  }

  List<String> sections() {
    return new ArrayList<>(sections.keySet());
  }

  Map<String, Map<HttpMethod, Operation>> paths() {
    return paths;
  }

  /** Addresses that belong together. */
  public final class Section {

    private final String title;

    private Section(String title) {
      this.title = title;
    }

    /**
     * @param path as the controller has it, with variables in braces
     * @param zh what it does, in a few Chinese words
     * @param en the same in English
     */
    public Operation get(String path, String zh, String en) {
      return add(HttpMethod.GET, path, zh, en);
    }

    public Operation post(String path, String zh, String en) {
      return add(HttpMethod.POST, path, zh, en);
    }

    public Operation put(String path, String zh, String en) {
      return add(HttpMethod.PUT, path, zh, en);
    }

    public Operation patch(String path, String zh, String en) {
      return add(HttpMethod.PATCH, path, zh, en);
    }

    public Operation options(String path, String zh, String en) {
      return add(HttpMethod.OPTIONS, path, zh, en);
    }

    public Operation delete(String path, String zh, String en) {
      return add(HttpMethod.DELETE, path, zh, en);
    }

    private Operation add(HttpMethod method, String path, String zh, String en) {
      Operation operation = new Operation(method, path, title, zh + " " + en);
      Operation before =
          paths.computeIfAbsent(path, unused -> new LinkedHashMap<>()).put(method, operation);
      if (before != null) {
        throw new IllegalStateException(method + " " + path + " is described twice");
      }
      return operation;
    }
  }
}
