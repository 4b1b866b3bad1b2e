package zeren.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;

/**
 * Faces put together into connected pieces; a piece is named by a number, and a face outside all
 * pieces has {@link #NONE}.
 */
public final class Pieces {

  /** Key of a face that belongs to no piece, and the piece of such a face. */
  public static final int NONE = -1;

  private final Faces faces;
  private final int[] pieceOf;
  private final List<List<Integer>> members = new ArrayList<>();

  private Pieces(Faces faces, int[] pieceOf) {
    this.faces = faces;
    this.pieceOf = pieceOf;
  }

  /**
   * Puts those faces together that have the same key and hang together over edges; a shared corner
   * is not enough.
   */
  public static Pieces of(Faces faces, IntToLongFunction keyOfFace) {
    int[] pieceOf = new int[faces.size()];
    Arrays.fill(pieceOf, NONE);
    Pieces pieces = new Pieces(faces, pieceOf);
    for (int face = 0; face < faces.size(); face++) {
      if (pieceOf[face] == NONE && keyOfFace.applyAsLong(face) != NONE) {
        pieces.flood(face, keyOfFace);
      }
    }
    return pieces;
  }

  private void flood(int start, IntToLongFunction keyOfFace) {
    int piece = members.size();
    members.add(new ArrayList<>());
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    pieceOf[start] = piece;
    while (!open.isEmpty()) {
      int face = open.remove();
      members.get(piece).add(face);
      for (int next : faces.neighbours(face).keySet()) {
        if (pieceOf[next] == NONE && keyOfFace.applyAsLong(next) == keyOfFace.applyAsLong(start)) {
          pieceOf[next] = piece;
          open.add(next);
        }
      }
    }
  }

  /**
   * Merges each piece that is too small into the neighbour with which it shares the longest edge,
   * the smallest pieces first. A small piece without a neighbour in its group stays.
   *
   * @param groupOfFace pieces of different groups are never merged
   * @param areaOfFace in any unit
   * @param least area that a piece needs to stay on its own
   */
  public void mergeSmall(
      IntToLongFunction groupOfFace, IntToDoubleFunction areaOfFace, double least) {
    double[] area = new double[members.size()];
    for (int piece = 0; piece < area.length; piece++) {
      area[piece] = members.get(piece).stream().mapToDouble(areaOfFace::applyAsDouble).sum();
    }
    record Small(double area, int piece) implements Comparable<Small> {
      @Override
      public int compareTo(Small other) {
        int byArea = Double.compare(area, other.area);
        return byArea != 0 ? byArea : Integer.compare(piece, other.piece);
      }
    }
    PriorityQueue<Small> queue = new PriorityQueue<>();
    for (int piece = 0; piece < area.length; piece++) {
      queue.add(new Small(area[piece], piece));
    }
    while (!queue.isEmpty() && queue.peek().area() < least) {
      Small small = queue.remove();
      if (members.get(small.piece()).isEmpty() || small.area() != area[small.piece()]) {
        continue;
      }
      int target = longestNeighbour(small.piece(), groupOfFace);
      if (target != NONE) {
        merge(small.piece(), target);
        area[target] += small.area();
        queue.add(new Small(area[target], target));
      }
    }
  }

  private int longestNeighbour(int piece, IntToLongFunction groupOfFace) {
    SortedMap<Integer, Double> shared = new TreeMap<>();
    long group = groupOfFace.applyAsLong(members.get(piece).get(0));
    for (int face : members.get(piece)) {
      faces
          .neighbours(face)
          .forEach(
              (next, length) -> {
                int other = pieceOf[next];
                if (other != NONE && other != piece && groupOfFace.applyAsLong(next) == group) {
                  shared.merge(other, length, Double::sum);
                }
              });
    }
    int longest = NONE;
    double most = 0;
    for (Map.Entry<Integer, Double> entry : shared.entrySet()) {
      if (entry.getValue() > most) {
        longest = entry.getKey();
        most = entry.getValue();
      }
    }
    return longest;
  }

  private void merge(int piece, int target) {
    for (int face : members.get(piece)) {
      pieceOf[face] = target;
    }
    members.get(target).addAll(members.get(piece));
    members.get(piece).clear();
  }

  /** The pieces that are left, in the order of their numbers. */
  public List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int piece = 0; piece < members.size(); piece++) {
      if (!members.get(piece).isEmpty()) {
        numbers.add(piece);
      }
    }
    return numbers;
  }

  public int pieceOf(int face) {
    return pieceOf[face];
  }

  public List<Integer> facesOf(int piece) {
    return List.copyOf(members.get(piece));
  }

  /**
   * One polygon: the faces of a piece hang together over edges. All their vertices on its boundary
   * are kept.
   */
  public Geometry outline(int piece) {
    return CoverageUnion.union(
        members.get(piece).stream().map(faces::polygon).toArray(Geometry[]::new));
  }
}
