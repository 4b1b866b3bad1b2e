package zeren.responsibility;

import java.util.Locale;

/** Why an assignment or a record applies to a place. */
public enum Rule {
  /** Its scope is the object itself. */
  OBJECT("is assigned to this very object"),
  /** Its scope is the zone round a feature, and the place lies in it. */
  ZONE("is assigned to the zone the place lies in"),
  /** Its scope is a line, and the place lies within the distance that belongs to it. */
  LINE("is in charge of the line the place belongs to"),
  /** Its scope is an area that covers the place. */
  COVERS("is in charge of the area that covers the place"),
  /** Its scope is an area above the one that decides. */
  ABOVE("is in charge of an area above"),
  /** Its scope is a kind of object or area, and this is one of that kind. */
  FILTER("is in charge of this kind of object or area"),
  /** The object's own record names it. */
  RECORD("is named by the record of the object");

  private final String code = name().toLowerCase(Locale.ROOT);
  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  /** The word of the API. */
  public String code() {
    return code;
  }

  String sentence() {
    return sentence;
  }
}
