package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;

/**
 * What is left of an object for an area while those that go before it are taken one after the
 * other. As long as all of them take their part that is known beforehand; one that passes its part
 * on leaves it to the next.
 */
final class Division {

  private final List<Seat> taken = new ArrayList<>();
  private boolean passedOn;

  /** Which part of the object an area gets, 0 to 1; 1 for points. */
  double left(Seat seat) {
    return passedOn ? Shares.without(seat, taken) : seat.net();
  }

  void take(Seat seat) {
    taken.add(seat);
  }

  void passOn() {
    passedOn = true;
  }
}
