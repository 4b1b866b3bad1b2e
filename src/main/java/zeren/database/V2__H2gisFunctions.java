package zeren.database;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.h2gis.functions.factory.H2GISFunctions;
import org.springframework.stereotype.Component;

/**
 * Registers the spatial SQL functions of H2GIS in an embedded database; running it twice changes
 * nothing. PostGIS brings its own.
 */
@Component
class V2__H2gisFunctions extends BaseJavaMigration {

  @Override
  public void migrate(Context context) throws Exception {
    String product = context.getConnection().getMetaData().getDatabaseProductName();
    if (Dialect.of(product) == Dialect.H2GIS) {
      H2GISFunctions.load(context.getConnection());
    }
  }

  /** Outside a transaction: each alias is committed by H2 as it is made. */
  @Override
  public boolean canExecuteInTransaction() {
    return false;
  }
}
