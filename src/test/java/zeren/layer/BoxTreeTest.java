package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class BoxTreeTest {

  private static BoxTree tree(List<Envelope> boxes) {
    return new BoxTree(
        new BoxTree.Boxes() {
          @Override
          public int size() {
            return boxes.size();
          }

          private double side(int item, double side) {
            return boxes.get(item).isNull() ? Double.NaN : side;
          }

          @Override
          public double west(int item) {
            return side(item, boxes.get(item).getMinX());
          }

          @Override
          public double south(int item) {
            return side(item, boxes.get(item).getMinY());
          }

          @Override
          public double east(int item) {
            return side(item, boxes.get(item).getMaxX());
          }

          @Override
          public double north(int item) {
            return side(item, boxes.get(item).getMaxY());
          }
        });
  }

  private static List<Integer> found(BoxTree tree, Envelope box) {
    List<Integer> found = new ArrayList<>();
    tree.search(box, found::add);
    return found;
  }

  private static List<Integer> byBruteForce(List<Envelope> boxes, Envelope box) {
    return IntStream.range(0, boxes.size())
        .filter(item -> box.intersects(boxes.get(item)))
        .boxed()
        .toList();
  }

  private static void assertSameAsBruteForce(List<Envelope> boxes, List<Envelope> searches) {
    BoxTree tree = tree(boxes);
    for (Envelope box : searches) {
      assertThat(found(tree, box))
          .as("%s of %d", box, boxes.size())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(byBruteForce(boxes, box));
      tree.scan(
          box,
          (item, west, south) -> {
            assertThat(west).isEqualTo(boxes.get(item).getMinX());
            assertThat(south).isEqualTo(boxes.get(item).getMinY());
          });
    }
    Envelope extent = new Envelope();
    boxes.forEach(extent::expandToInclude);
    assertThat(tree.extent()).isEqualTo(extent);
  }

  private static List<Envelope> many(int count, Supplier<Envelope> maker) {
    return IntStream.range(0, count).mapToObj(i -> maker.get()).toList();
  }

  /** On a coarse raster, so that edges and corners often touch and boxes are often the same. */
  private static Envelope onRaster(Random random, int most) {
    int x = random.nextInt(40);
    int y = random.nextInt(40) - 20;
    return new Envelope(x, x + random.nextInt(most), y, y + random.nextInt(most));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 15, 16, 17, 255, 256, 257, 272, 4095, 4096, 4097, 10_000})
  void whatIsFoundIsWhatMeetsTheBox(int count) {
    Random random = new Random(count);
    List<Envelope> boxes = many(count, () -> onRaster(random, 5));
    List<Envelope> searches = new ArrayList<>(many(100, () -> onRaster(random, 12)));
    searches.addAll(many(30, () -> onRaster(random, 1)));
    searches.add(new Envelope(-1000, 1000, -1000, 1000));
    searches.add(new Envelope(-1000, -900, -1000, 1000));
    searches.add(new Envelope());
    assertSameAsBruteForce(boxes, searches);
  }

  @Test
  void boxesOfAllSizesAnywhereOnEarthAreFound() {
    Random random = new Random(1);
    Supplier<Envelope> maker =
        () -> {
          double x = random.nextDouble() * 360 - 180;
          double y = random.nextDouble() * 180 - 90;
          double side = Math.pow(10, random.nextDouble() * 8 - 6);
          return new Envelope(x, Math.min(180, x + side), y, Math.min(90, y + side));
        };
    assertSameAsBruteForce(many(5000, maker), many(300, maker));
  }

  @Test
  void equalPointsAreAllFound() {
    List<Envelope> boxes = many(1000, () -> new Envelope(113.6, 113.6, 34.7, 34.7));
    assertSameAsBruteForce(
        boxes,
        List.of(
            new Envelope(113.6, 113.6, 34.7, 34.7),
            new Envelope(113, 113.6, 34, 34.7),
            new Envelope(113.6, 114, 34.7, 35),
            new Envelope(113.6000001, 114, 34.7, 35)));
  }

  @Test
  void pointsOnOneLineAreFound() {
    Random random = new Random(3);
    assertSameAsBruteForce(
        many(
            2000,
            () -> {
              double x = random.nextDouble();
              return new Envelope(x, x, 5, 5);
            }),
        many(
            100,
            () -> {
              double x = random.nextDouble();
              return new Envelope(x, x + 0.1, 5, 6);
            }));
  }

  /** Also by a box inside which everything lies, where nobody looks at single items. */
  @Test
  void whatHasNoBoxIsNeverFound() {
    Random random = new Random(4);
    List<Envelope> boxes =
        many(500, () -> random.nextInt(3) == 0 ? new Envelope() : onRaster(random, 3));
    assertSameAsBruteForce(
        boxes, List.of(new Envelope(-1000, 1000, -1000, 1000), new Envelope(0, 10, 0, 10)));
    List<Envelope> none = many(40, Envelope::new);
    assertSameAsBruteForce(none, List.of(new Envelope(-1000, 1000, -1000, 1000)));
    assertThat(tree(none).extent().isNull()).isTrue();
  }

  @Test
  void aSearchMayStartAnotherOne() {
    Random random = new Random(6);
    List<Envelope> boxes = many(300, () -> onRaster(random, 4));
    BoxTree tree = tree(boxes);
    Envelope box = new Envelope(5, 25, -10, 10);
    List<Integer> inner = new ArrayList<>();
    List<Integer> outer = new ArrayList<>();
    tree.search(
        box,
        item -> {
          if (outer.isEmpty()) {
            inner.addAll(found(tree, box));
          }
          outer.add(item);
        });
    assertThat(outer).isEqualTo(inner).isNotEmpty();
  }

  @Test
  void theExtentIsACopy() {
    BoxTree tree = tree(List.of(new Envelope(1, 2, 3, 4)));
    tree.extent().expandToInclude(100, 80);
    assertThat(tree.extent()).isEqualTo(new Envelope(1, 2, 3, 4));
  }
}
