package zeren.openapi;

/**
 * What one module offers to programs. It is asked when somebody first wants to read the
 * description, not while the service starts. The order of the beans is that of the sections.
 */
@FunctionalInterface
public interface ApiDescription {

  /** Says what the module's addresses take and answer. */
  void describe(Api api);
}
