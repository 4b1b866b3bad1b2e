package zeren.trail.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.format.FileFormat;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.format.TableWriter;
import zeren.format.TableWriter.Column;
import zeren.format.TableWriter.Type;
import zeren.trail.DeedKind;
import zeren.trail.TrailEntry;
import zeren.trail.TrailSearch;

/** The rows that fit a search, as a file, written page by page. */
final class TrailTable {

  private static final int PAGE = 2_000;

  private static final String[][] HEADINGS = {
    {"序号", "Number"},
    {"时间", "Time"},
    {"账号", "Account"},
    {"来源地址", "Address"},
    {"操作", "What"},
    {"图层", "Layer"},
    {"对象", "Object"},
    {"变更集", "Change set"},
    {"详情", "Details"}
  };

  private final TrailSearch trail;
  private final String language;
  private final DateTimeFormatter time;

  TrailTable(TrailSearch trail, String language, ZoneId zone) {
    this.trail = trail;
    this.language = language;
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
  }

  void write(TrailQuestion question, FileFormat format, OutputStream out) throws IOException {
    TableWriter writer = TableFiles.create(format, plan(), out);
    long number = 0;
    List<TrailEntry> page = trail.find(question.filter(), null, PAGE);
    while (!page.isEmpty()) {
      for (TrailEntry entry : page) {
        writer.write(new TableRow(++number, cells(entry), null, null, null));
      }
      page = trail.find(question.filter(), page.get(page.size() - 1).id(), PAGE);
    }
    writer.close();
  }

  private TableWriter.Plan plan() {
    int side = language.equals("en") ? 1 : 0;
    List<Column> columns =
        Arrays.stream(HEADINGS)
            .map(
                names ->
                    new Column(
                        names[side],
                        names == HEADINGS[0] || names == HEADINGS[7] ? Type.INTEGER : Type.TEXT))
            .toList();
    return new TableWriter.Plan("trail", columns, false, null, "EPSG:4490", true);
  }

  private List<@Nullable Object> cells(TrailEntry entry) {
    return Arrays.asList(
        entry.id(),
        time.format(entry.happenedAt()),
        entry.actor(),
        entry.address(),
        DeedKind.title(entry.kind(), language),
        entry.layer(),
        entry.object(),
        entry.changeSet(),
        entry.detail().equals("{}") ? null : entry.detail());
  }
}
