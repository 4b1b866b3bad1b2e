package zeren.openapi;

import java.util.List;

/**
 * What one module offers below {@code /ogc}. It is said twice: of any collection, for the
 * description of the whole service, and of each collection that a viewer may see, for that of the
 * OGC APIs.
 */
public interface OgcDescription {

  /** Addresses that belong to no collection. */
  void describe(Api.Section section);

  /** Addresses of a collection. */
  void describe(Api.Section section, Collection collection);

  /**
   * A collection, or any of them.
   *
   * @param path of the collection, such as {@code /ogc/collections/station}
   * @param parameters of that path; empty when it names the collection
   * @param fields parameters that filter by the fields of the collection
   * @param tileFields the same in tiles, where the layer stands before the field
   * @param feature schema of a feature
   * @param features schema of several
   * @param onMap whether its features have places
   */
  record Collection(
      String path,
      List<Parameter> parameters,
      List<Parameter> fields,
      List<Parameter> tileFields,
      Schema feature,
      Schema features,
      boolean onMap) {}
}
