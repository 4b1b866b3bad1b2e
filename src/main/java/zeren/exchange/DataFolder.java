package zeren.exchange;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/** A folder of data files, on the disk or in the jar. */
@FunctionalInterface
public interface DataFolder {

  /**
   * @param file its name relative to the folder
   * @throws IOException when it is not there or cannot be read
   */
  InputStream open(String file) throws IOException;

  static DataFolder of(Path folder) {
    return file -> {
      Path path = folder.resolve(file).normalize();
      if (!path.startsWith(folder.normalize())) {
        throw new FileNotFoundException(file + " lies outside the folder");
      }
      return Files.newInputStream(path);
    };
  }

  /**
   * @param folder such as {@code gis-data}, without slashes at its ends
   */
  static DataFolder onClasspath(String folder) {
    return file -> new ClassPathResource(folder + "/" + file).getInputStream();
  }
}
