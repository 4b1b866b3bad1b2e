package zeren.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.format.TableDescription;
import zeren.format.TableRow;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;

/** Guesses what the columns of a file are, by their headings and by what stands in them. */
final class MappingGuess {

  private final HeadingWords words;
  private final boolean isTable;
  private final TableDescription file;
  private final CoordinateColumns coordinates;
  private final Map<String, @Nullable String> columns = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  private MappingGuess(LayerDeclaration layer, TableDescription file, List<TableRow> sample) {
    this.words = new HeadingWords(layer);
    this.isTable = layer.geometry() == GeometryType.NONE;
    this.file = file;
    this.coordinates = new CoordinateColumns(file.columns(), sample);
  }

  /**
   * @param sample first rows of the file
   */
  static Mapping guess(LayerDeclaration layer, TableDescription file, List<TableRow> sample) {
    MappingGuess guess = new MappingGuess(layer, file, sample);
    guess.byHeadings();
    guess.places();
    guess.periods();
    return new Mapping(guess.inOrder());
  }

  private void byHeadings() {
    for (String heading : file.columns()) {
      if (!RefusedFile.isReason(heading)) {
        words.find(heading).ifPresent(target -> take(heading, target));
      }
    }
    Map<String, List<String>> endings = new LinkedHashMap<>();
    for (String heading : file.columns()) {
      if (!columns.containsKey(heading) && !RefusedFile.isReason(heading)) {
        words
            .findByEnding(heading)
            .ifPresent(
                target -> endings.computeIfAbsent(target, one -> new ArrayList<>()).add(heading));
      }
    }
    endings.forEach(
        (target, headings) -> {
          if (headings.size() == 1) {
            take(headings.get(0), target);
          }
        });
  }

  private void take(String heading, String target) {
    if (taken.add(target)) {
      columns.put(heading, target);
    }
  }

  private void places() {
    if (isTable) {
      return;
    }
    if (file.ownGeometry() || has(Role.WKT)) {
      drop(Role.LON, Role.LAT, Role.LONLAT, Role.LATLON);
      if (file.ownGeometry()) {
        drop(Role.WKT);
      }
      return;
    }
    if (has(Role.LON) && has(Role.LAT)) {
      drop(Role.LONLAT, Role.LATLON);
    } else {
      drop(Role.LON, Role.LAT);
      if (!has(Role.LONLAT) && !has(Role.LATLON)) {
        guessByValues();
      }
    }
    putRight();
  }

  /** A file that says both which day is the last and which the first without needs but one. */
  private void periods() {
    if (has(Role.VALID_TO)) {
      drop(Role.LAST_DAY);
    }
  }

  private void guessByValues() {
    Optional<CoordinateColumns.Pair> pair = coordinates.find(columns.keySet());
    if (pair.isPresent()) {
      take(pair.get().lon(), Role.LON.target());
      take(pair.get().lat(), Role.LAT.target());
      return;
    }
    coordinates
        .findCombined(columns.keySet())
        .ifPresent(column -> take(column, Role.LONLAT.target()));
  }

  /** Exchanges columns whose values say that their headings are the wrong way round. */
  private void putRight() {
    String lon = columnOf(Role.LON);
    String lat = columnOf(Role.LAT);
    if (lon != null && lat != null && coordinates.areSwapped(lon, lat)) {
      columns.put(lon, Role.LAT.target());
      columns.put(lat, Role.LON.target());
    }
    String both = columnOf(Role.LONLAT);
    if (both != null && coordinates.isLatitudeFirst(both)) {
      columns.put(both, Role.LATLON.target());
    }
  }

  private boolean has(Role role) {
    return columns.containsValue(role.target());
  }

  private void drop(Role... roles) {
    for (Role role : roles) {
      columns.values().remove(role.target());
      taken.remove(role.target());
    }
  }

  private @Nullable String columnOf(Role role) {
    return columns.entrySet().stream()
        .filter(entry -> role.target().equals(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private Map<String, @Nullable String> inOrder() {
    Map<String, @Nullable String> ordered = new LinkedHashMap<>();
    file.columns()
        .forEach(
            column -> {
              if (columns.containsKey(column)) {
                ordered.put(column, columns.get(column));
              }
            });
    return ordered;
  }
}
