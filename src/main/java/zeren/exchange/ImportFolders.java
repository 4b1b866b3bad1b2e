package zeren.exchange;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the files of imports are kept. Several nodes on one database share the folder. */
@Component
class ImportFolders {

  private final Path root;

  ImportFolders(@Value("${zeren.imports:${zeren.data}/imports}") Path root) {
    this.root = root;
  }

  /**
   * @param id of an import that is known to exist
   */
  ImportFolder of(String id) {
    return new ImportFolder(root.resolve(id));
  }
}
