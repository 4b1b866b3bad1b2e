package zeren.format;

/** Names that Excel takes for sheets. */
final class SheetName {

  private static final int MOST = 31;

  private SheetName() {}

  /**
   * @param number which sheet of the table it is, from 1
   */
  static String of(String table, int number) {
    String name =
        table.replaceAll("[\\\\/?*:\\[\\]\\p{Cntrl}]", "_").replaceAll("^'|'$", "_").strip();
    String end = number == 1 ? "" : " (" + number + ")";
    int room = MOST - end.length();
    if (name.length() > room) {
      boolean splitsPair = Character.isHighSurrogate(name.charAt(room - 1));
      name = name.substring(0, splitsPair ? room - 1 : room).strip();
    }
    return (name.isEmpty() ? "Sheet" : name) + end;
  }
}
