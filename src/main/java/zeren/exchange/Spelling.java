package zeren.exchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds words that were perhaps meant by another. */
final class Spelling {

  private static final int MOST = 3;

  /** What is longer is no word, and would take long to compare. */
  private static final int LONGEST = 100;

  private Spelling() {}

  private record Candidate(String word, int cost) {}

  /**
   * The words nearest to the one given, nearest first: those that hold it or are held by it, and
   * those that at most half of its characters must be changed for.
   */
  static List<String> nearest(String given, Collection<String> words) {
    if (given.length() > LONGEST) {
      return List.of();
    }
    String key = Wording.key(given);
    int most = Math.max(1, (key.length() + 1) / 2);
    return words.stream()
        .map(word -> new Candidate(word, cost(key, Wording.key(word))))
        .filter(candidate -> candidate.cost() <= most)
        .sorted(Comparator.comparingInt(Candidate::cost))
        .map(Candidate::word)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static int cost(String given, String word) {
    boolean partOfEachOther =
        Math.min(given.length(), word.length()) > 1
            && (word.contains(given) || given.contains(word));
    int distance = distance(given, word);
    return partOfEachOther ? Math.min(1, distance) : distance;
  }

  /** Levenshtein's: how many characters must be put in, taken out or exchanged. */
  static int distance(String one, String other) {
    int[] costs = new int[other.length() + 1];
    for (int j = 0; j < costs.length; j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j < costs.length; j++) {
        int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(exchanged, 1 + Math.min(costs[j], costs[j - 1]));
      }
    }
    return costs[other.length()];
  }
}
