package zeren.format;

import java.io.IOException;
import java.io.OutputStream;

/** Writes many rows in each format and prints how many; run with little memory. */
final class WriteMany {

  private WriteMany() {}

  public static void main(String[] rows) throws IOException {
    TableWriter.Plan plan = Samples.plan("Point", "EPSG:4490");
    for (FileFormat format : FileFormat.values()) {
      long written = 0;
      try (TableWriter writer = TableFiles.create(format, plan, OutputStream.nullOutputStream())) {
        for (; written < Long.parseLong(rows[0]); written++) {
          double x = 113 + written * 1e-7;
          writer.write(
              Samples.row(
                  written,
                  Samples.VALUES.get((int) (written % Samples.VALUES.size())),
                  "POINT (" + x + " 34.5)"));
        }
      } catch (OutOfMemoryError e) {
        System.out.println(format + " " + e);
        continue;
      }
      System.out.println(format + " rows " + written);
    }
  }
}
