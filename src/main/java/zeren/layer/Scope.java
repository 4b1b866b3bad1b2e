package zeren.layer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * The part of the data that an account is for. Empty lists set no bounds.
 *
 * @param districts ids of features of {@code district}
 * @param cells ids of features of {@code grid_cell}; what lies below them lies in them
 * @param layers ids of layers; the others are seen as the public sees them
 */
public record Scope(List<String> districts, List<String> cells, List<String> layers) {

  /** Everything. */
  public static final Scope ALL = new Scope(List.of(), List.of(), List.of());

  /** Each id once, in one order, so that equal scopes are equal. */
  public Scope {
    districts = ordered(districts);
    cells = ordered(cells);
    layers = ordered(layers);
  }

  private static List<String> ordered(Collection<String> ids) {
    return List.copyOf(new TreeSet<>(ids));
  }

  /** Whether it sets no bounds at all. */
  @JsonIgnore
  public boolean isAll() {
    return districts.isEmpty() && cells.isEmpty() && layers.isEmpty();
  }

  /** Whether it ends somewhere on the map. */
  boolean hasAreas() {
    return !districts.isEmpty() || !cells.isEmpty();
  }

  boolean holdsLayer(String layer) {
    return layers.isEmpty() || layers.contains(layer);
  }

  /**
   * Short, and another for every other scope and every other state of its areas.
   *
   * @param areas what its areas are taken from
   */
  String tag(List<String> areas) {
    StringBuilder all = new StringBuilder();
    for (List<String> ids : List.of(districts, cells, layers, areas)) {
      all.append(ids.size()).append(';');
      ids.forEach(id -> all.append(id.length()).append(':').append(id));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
