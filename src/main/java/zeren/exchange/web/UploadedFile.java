package zeren.exchange.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import zeren.exchange.ImportJob;
import zeren.exchange.Imports;
import zeren.problem.ProblemException;

/** The part {@code file} of a form. */
final class UploadedFile {

  private UploadedFile() {}

  /**
   * @throws ProblemException when there is none or nothing in it
   */
  static ImportJob take(
      @Nullable MultipartFile file,
      String layer,
      @Nullable String table,
      String by,
      Imports imports)
      throws IOException {
    if (file == null || file.isEmpty()) {
      throw ProblemException.badParameter(
          "file",
          "Send the file as a part named 'file' of multipart/form-data; it must not be empty.");
    }
    return imports.upload(
        layer, file.getOriginalFilename(), table, by, target -> file.transferTo(target));
  }
}
