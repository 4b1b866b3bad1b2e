package zeren.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerDeclaration;

/**
 * Finds the features of a layer by what people call them: by id, by name or another name, by a name
 * that leaves out or adds what kind of area it is (金水, 金水区; 高新区管委会), or by the end of a longer name
 * (高新技术产业开发区, 郑州市金水区), as long as only one can be meant.
 */
final class NameIndex {

  /** What may stand behind the name of an area. */
  private static final Pattern KIND = Pattern.compile("(?<=..)(自治县|县|市|区|镇|乡|街道)$");

  private static final Pattern OFFICE = Pattern.compile("(?<=..)(街道办事处|街道办|办事处|管委会|人民政府|政府)$");
  private static final Pattern SEPARATOR = Pattern.compile("[;,，；、|]");
  private static final int LEAST = 2;

  /** Looking for similar names costs a look at each of them: so often at most. */
  private static final int MOST_SEARCHES = 2_000;

  private static final int MOST_REMEMBERED = 20_000;
  private static final int LONGEST_REMEMBERED = 100;

  /** What is said of a name that nothing has. */
  private final String none;

  /** What is said of a name that may mean several, behind their number. */
  private final String several;

  private final Set<String> ids = new LinkedHashSet<>();
  private final Map<String, Set<String>> byName = new LinkedHashMap<>();
  private final Map<String, Set<String>> byShortName = new LinkedHashMap<>();

  /** First name of each feature, for messages. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private final Map<String, Set<String>> remembered = new HashMap<>();
  private int searches;

  /**
   * @param layer id of the layer, for messages
   */
  NameIndex(String layer) {
    this("layer '" + layer + "' has no feature of this name", " features of layer '" + layer + "'");
  }

  private NameIndex(String none, String several) {
    this.none = none;
    this.several = several;
  }

  /** The layers themselves, by id and by their titles. */
  static NameIndex of(Iterable<LayerDeclaration> layers) {
    NameIndex index = new NameIndex("is no layer", " layers");
    layers.forEach(layer -> index.add(layer.id(), layer.title().zh(), layer.title().en()));
    return index;
  }

  /**
   * @param aliases further names, with commas or semicolons between; null for none
   */
  void add(String id, String name, @Nullable String aliases) {
    ids.add(id);
    names.putIfAbsent(id, name);
    enter(id, name);
    if (aliases != null) {
      for (String alias : SEPARATOR.split(aliases)) {
        if (!alias.isBlank()) {
          enter(id, alias);
        }
      }
    }
  }

  private void enter(String id, String name) {
    String key = Wording.key(name);
    byName.computeIfAbsent(key, one -> new TreeSet<>()).add(id);
    byShortName.computeIfAbsent(KIND.matcher(key).replaceFirst(""), one -> new TreeSet<>()).add(id);
  }

  /**
   * @return the id of the feature that is meant
   */
  String resolve(String given) throws CellException {
    String text = given.strip();
    if (ids.contains(text)) {
      return text;
    }
    String key = Wording.key(text);
    Set<String> found = remembered.get(key);
    if (found == null) {
      found = find(key);
      if (remembered.size() < MOST_REMEMBERED && key.length() <= LONGEST_REMEMBERED) {
        remembered.put(key, found);
      }
    }
    if (found.size() == 1) {
      return found.iterator().next();
    }
    if (found.isEmpty()) {
      throw new CellException(none, similar(text));
    }
    List<String> meant = found.stream().map(id -> names.getOrDefault(id, id)).limit(5).toList();
    throw new CellException("may mean " + found.size() + several, meant);
  }

  private Set<String> find(String key) {
    Set<String> found = byName.getOrDefault(key, Set.of());
    if (found.isEmpty()) {
      String name = OFFICE.matcher(key).replaceFirst("");
      found = byName.getOrDefault(name, Set.of());
      if (found.isEmpty()) {
        found = byShortName.getOrDefault(KIND.matcher(name).replaceFirst(""), Set.of());
      }
      if (found.isEmpty()) {
        found = byEnding(name);
      }
    }
    return found;
  }

  private Set<String> byEnding(String given) {
    Set<String> found = new TreeSet<>();
    if (given.length() >= LEAST) {
      byName.forEach(
          (name, ofName) -> {
            if (name.length() >= LEAST && (name.endsWith(given) || given.endsWith(name))) {
              found.addAll(ofName);
            }
          });
    }
    return found;
  }

  private List<String> similar(String given) {
    return ++searches > MOST_SEARCHES
        ? List.of()
        : Spelling.nearest(given, new LinkedHashSet<>(names.values()));
  }
}
