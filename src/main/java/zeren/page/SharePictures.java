package zeren.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.notice.SharePicture;
import zeren.notice.Sketch;
import zeren.tile.TileService;

/**
 * The pictures of links: drawing one takes a fraction of a second, and whoever passes a link on has
 * it fetched anew by many. They are kept until something changes that could be on them.
 */
@Component
class SharePictures {

  /** One has some 30 kB. */
  private static final int KEPT = 300;

  private final LayerCatalog catalog;
  private final Clock clock;
  private final Cache<Key, Picture> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  SharePictures(LayerCatalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * @param shown the tag of all that the public may see on the day
   */
  private record Key(String cell, String shown) {}

  /**
   * @param tag the same for the same picture, after a restart and on other nodes too
   */
  record Picture(byte[] png, String tag) {}

  /**
   * @param day null means today
   * @param sketch of the cell on a day; asked for when the picture has to be drawn
   */
  Picture get(String cell, @Nullable LocalDate day, Function<LocalDate, Sketch> sketch) {
    LocalDate asked = day == null ? LocalDate.now(clock) : day;
    if (!catalog.holds(asked)) {
      // To tell what is shown all would have to be read, which has to wait for its turn.
      return draw(sketch.apply(asked));
    }
    return kept.get(new Key(cell, shown(asked)), key -> draw(sketch.apply(asked)));
  }

  private String shown(LocalDate day) {
    List<String> layers = catalog.idsOnMap(Viewer.ANONYMOUS);
    return TileService.tag(
        layers.stream().map(layer -> catalog.get(layer, Viewer.ANONYMOUS, day)).toList());
  }

  private static Picture draw(Sketch sketch) {
    byte[] png = SharePicture.png(sketch);
    return new Picture(png, DigestUtils.md5DigestAsHex(png));
  }
}
