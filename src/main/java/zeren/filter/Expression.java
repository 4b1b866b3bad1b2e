package zeren.filter;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What a filter says, as text and JSON say it alike. Nothing in it has been held against a layer
 * yet, nor have the kinds of what it compares been looked at.
 */
sealed interface Expression {

  Place place();

  /**
   * An operator, a relation or a function.
   *
   * @param name as CQL2 JSON has it, in lower case: {@code and}, {@code <=}, {@code isnull}, {@code
   *     s_within}
   */
  record Call(Place place, String name, List<Expression> arguments) implements Expression {}

  /** The name of a field. */
  record Name(Place place, String name) implements Expression {}

  /**
   * @param pattern the same for LIKE, in which a backslash still takes the meaning from what
   *     follows it
   */
  record Text(Place place, String value, String pattern) implements Expression {}

  /**
   * @param value a {@link Long}, or a finite {@link Double}
   */
  record Figure(Place place, Object value) implements Expression {}

  /** True or false. */
  record Truth(Place place, boolean value) implements Expression {}

  /** A day or a timestamp. */
  record Moment(Place place, Instant instant) implements Expression {}

  /** Where an interval has no end. */
  record Open(Place place) implements Expression {}

  /** From one instant to another, both included. */
  record Interval(Place place, Expression start, Expression end) implements Expression {}

  /** A geometry in the coordinate system of the filter. */
  record Shape(Place place, Geometry geometry) implements Expression {}

  /**
   * A box in the coordinate system of the filter.
   *
   * @param sides four numbers, or six with heights
   */
  record Box(Place place, List<Double> sides) implements Expression {}

  /** What stands in the brackets of IN. */
  record Items(Place place, List<Expression> items) implements Expression {}
}
