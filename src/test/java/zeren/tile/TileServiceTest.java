package zeren.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import zeren.Shapes;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

class TileServiceTest {

  private static final TileAddress WORLD =
      new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, 0, 0, 0);

  private static final LayerDeclaration SPOT =
      Views.declare(
          """
          id: spot
          title: {zh: 试, en: Test}
          geometry: Point
          visibility: public
          name: name
          fields:
            - {name: name, type: text, title: {zh: 名称, en: Name}}
            - {name: phone, type: text, visibility: internal, title: {zh: 电话, en: Phone}}
          drawing: {order: 1, style: {size: 1}}
          """);

  private final TileService service = new TileService();

  private static LayerView view(Viewer viewer, int points) {
    return Views.of(
        SPOT,
        viewer,
        points,
        i ->
            new Views.Item(
                "s%06d".formatted(i),
                Shapes.point(100 + i * 1e-4, 30),
                Map.of("name", "n" + i, "phone", "secret")));
  }

  @Test
  void aTileIsMadeOnce() {
    List<LayerView> views = List.of(view(Viewer.ANONYMOUS, 100));
    Tile first = service.get(WORLD, views);
    assertThat(service.get(WORLD, views)).isSameAs(first);
    // Another view of the same version shows the same.
    assertThat(service.get(WORLD, List.of(view(Viewer.ANONYMOUS, 100)))).isSameAs(first);
    assertThat(service.get(new TileAddress(TileMatrixSet.WORLD_CRS84_QUAD, 0, 0, 0), views))
        .isNotSameAs(first);
  }

  @Test
  void whoSeesMoreNeverSharesATileWithThePublic() {
    Tile internal = service.get(WORLD, List.of(view(Views.OFFICIAL, 3)));
    Tile open = service.get(WORLD, List.of(view(Viewer.ANONYMOUS, 3)));
    assertThat(Tiles.properties(Tiles.read(internal.plainBytes(), "spot").get(0)))
        .containsKey("phone");
    assertThat(Tiles.properties(Tiles.read(open.plainBytes(), "spot").get(0)))
        .doesNotContainKey("phone");
    assertThat(TileService.tag(List.of(view(Views.OFFICIAL, 3))))
        .isNotEqualTo(TileService.tag(List.of(view(Viewer.ANONYMOUS, 3))));
  }

  @Test
  void layersInAnotherOrderAreAnotherTile() {
    LayerView spot = view(Viewer.ANONYMOUS, 3);
    LayerView other =
        Views.of(
            Views.declare("other", "Point"),
            Viewer.ANONYMOUS,
            List.of(new Views.Item("o", Shapes.point(100, 30))));
    assertThat(Tiles.layerNames(plain(List.of(spot, other)))).containsExactly("spot", "other");
    assertThat(Tiles.layerNames(plain(List.of(other, spot)))).containsExactly("other", "spot");
  }

  private byte[] plain(List<LayerView> views) {
    return service.get(WORLD, views).plainBytes();
  }

  @Test
  void whoAsksMeanwhileGetsTheSameTile() throws Exception {
    List<LayerView> views = List.of(view(Viewer.ANONYMOUS, 60_000));
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Tile>> questions = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        questions.add(() -> service.get(WORLD, views));
      }
      List<Future<Tile>> answers = callers.invokeAll(questions);
      for (Future<Tile> answer : answers) {
        assertThat(answer.get()).isSameAs(answers.get(0).get());
      }
    } finally {
      callers.shutdown();
      assertThat(callers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void largeTilesAreCompressedOnceAndSmallOnesNot() {
    Tile large = service.get(WORLD, List.of(view(Viewer.ANONYMOUS, 1000)));
    assertThat(large.compressed()).isTrue();
    assertThat(large.plainBytes().length).isGreaterThan(2 * large.bytes().length);
    Tile small = new TileService().get(WORLD, List.of(view(Viewer.ANONYMOUS, 2)));
    assertThat(small.compressed()).isFalse();
    assertThat(small.plainBytes()).isSameAs(small.bytes());
  }
}
