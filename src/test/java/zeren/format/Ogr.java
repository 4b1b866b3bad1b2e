package zeren.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads files with GDAL, which knows nothing of us. */
public final class Ogr {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Ogr() {}

  /** All layers, their fields and extents, as {@code ogrinfo} describes them. */
  public static String describe(String source) {
    return run("ogrinfo", "-so", "-al", source);
  }

  /** The features of a layer, with coordinates as they are in the file. */
  public static JsonNode features(String source, String layer) {
    try {
      Path out = Files.createTempFile("zeren-ogr", ".geojson");
      Files.delete(out);
      try {
        run(
            "ogr2ogr",
            "-f",
            "GeoJSON",
            "-lco",
            "COORDINATE_PRECISION=15",
            "-a_srs",
            "EPSG:4326",
            out.toString(),
            source,
            layer);
        return MAPPER.readTree(Files.readString(out)).path("features");
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String... command) {
    try {
      List<String> words = new ArrayList<>(List.of(command));
      Path said = Files.createTempFile("zeren-ogr", ".txt");
      try {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        int code = builder.redirectOutput(said.toFile()).start().waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        if (code != 0) {
          throw new AssertionError(String.join(" ", command) + " failed:\n" + text);
        }
        return text;
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new AssertionError(
          command[0] + " of GDAL is not installed; run bin/check, which installs it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
