package zeren.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The files of one import: what was uploaded, and what its last check and its commit found.
 *
 * @param path need not exist
 */
record ImportFolder(Path path) {

  Path upload() {
    return path.resolve("upload");
  }

  boolean hasUpload() {
    return Files.isRegularFile(upload());
  }

  /** An empty folder for what a pass finds; what an earlier one found there is gone. */
  Path freshPass(boolean dryRun) throws IOException {
    Path pass = pass(dryRun);
    FileSystemUtils.deleteRecursively(pass);
    return Files.createDirectories(pass);
  }

  Path pass(boolean dryRun) {
    return path.resolve(dryRun ? "check" : "commit");
  }

  void delete() throws IOException {
    FileSystemUtils.deleteRecursively(path);
  }
}
