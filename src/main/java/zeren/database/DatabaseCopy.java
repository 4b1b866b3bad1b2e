package zeren.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves everything a Zeren has recorded from one database into another, empty one: in one
 * transaction, which is committed only when the target, read again, comes to the same sums.
 */
public final class DatabaseCopy {

  /**
   * A table that has been moved.
   *
   * @param checksum of the rows, the same in both databases
   */
  public record Moved(String table, long rows, String checksum) {}

  private final DatabaseAddress from;
  private final DatabaseAddress to;
  private final Consumer<String> progress;

  DatabaseCopy(DatabaseAddress from, DatabaseAddress to, Consumer<String> progress) {
    this.from = from.existing();
    this.to = to;
    this.progress = progress;
  }

  /**
   * @throws CopyException when it cannot be done; then the target has no rows
   */
  List<Moved> run() {
    try (Connection source = from.open()) {
      source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Connection target = to.open()) {
        return move(new Schema(source), new Schema(target), target);
      }
    } catch (SQLException e) {
      throw new CopyException(DatabaseFault.say(e), e);
    }
  }

  private List<Moved> move(Schema source, Schema target, Connection transaction)
      throws SQLException {
    agreeOnVersion(source, target);
    List<CopiedTable> tables = agreeOnTables(source, target);
    mustBeEmpty(tables, target);
    List<TableCopy> copies = new ArrayList<>();
    for (CopiedTable table : tables) {
      TableCopy copy = new TableCopy(table, source, target, progress);
      copy.write();
      copies.add(copy);
    }
    List<Moved> moved = new ArrayList<>();
    for (TableCopy copy : copies) {
      moved.add(copy.verify());
    }
    transaction.commit();
    return moved;
  }

  private void agreeOnVersion(Schema source, Schema target) throws SQLException {
    String has = source.version(from);
    if (has == null) {
      throw new CopyException("There is no Zeren in " + from.shown());
    }
    if (target.version(to) == null) {
      target.migrate(to);
    }
    String wanted = target.version(to);
    if (!Objects.equals(has, wanted)) {
      throw new CopyException(
          "The schema in %s is of version %s, the one in %s of version %s. Start this Zeren once on the older one."
              .formatted(from.shown(), has, to.shown(), wanted));
    }
  }

  private List<CopiedTable> agreeOnTables(Schema source, Schema target) throws SQLException {
    TreeSet<String> both = new TreeSet<>(source.tables());
    both.retainAll(target.tables());
    for (String name : source.tables()) {
      if (!both.contains(name)) {
        progress.accept("Left out: table " + name + ", which is not one of Zeren's");
      }
    }
    List<CopiedTable> tables = new ArrayList<>();
    for (String name : both) {
      CopiedTable there = source.table(name);
      CopiedTable here = target.table(name);
      if (!there.columns().equals(here.columns())) {
        throw new CopyException(
            "Table %s has the columns %s in %s and %s in %s"
                .formatted(name, there.columns(), from.shown(), here.columns(), to.shown()));
      }
      tables.add(here);
    }
    return TableOrder.of(tables);
  }

  /** And stays so: nobody else writes until the copy is done. */
  private void mustBeEmpty(List<CopiedTable> tables, Schema target) throws SQLException {
    if (target.dialect() == Dialect.POSTGIS) {
      target
          .jdbc()
          .execute(
              "LOCK TABLE %s IN EXCLUSIVE MODE NOWAIT"
                  .formatted(String.join(", ", tables.stream().map(CopiedTable::name).toList())));
    }
    for (CopiedTable table : tables) {
      List<Map<String, @Nullable Object>> first =
          target.jdbc().queryForList("SELECT 1 FROM " + table.name() + " FETCH FIRST ROW ONLY");
      if (!first.isEmpty()) {
        throw new CopyException(
            "The target %s is not empty: its table %s has rows. Nothing was changed in it."
                .formatted(to.shown(), table.name()));
      }
    }
  }
}
