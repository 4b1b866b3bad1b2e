package zeren.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import zeren.layer.LayerView;

/**
 * Tiles, those without filters kept until there is a newer version of one of their layers or the
 * room is needed. Whoever asks for a tile that is being made waits for it.
 */
@Service
public class TileService {

  /** Bytes that the tiles kept may take. */
  private static final long ROOM = 64L << 20;

  /** What a tile takes besides its bytes: its key, and its entry in the cache. */
  private static final int OVERHEAD = 256;

  private final Cache<Key, Tile> kept =
      Caffeine.newBuilder()
          .maximumWeight(ROOM)
          .weigher((Key key, Tile tile) -> OVERHEAD + tile.bytes().length)
          .build();

  private record Key(TileAddress address, String tag) {}

  /** All that the views show in a tile. */
  public Tile get(TileAddress address, List<LayerView> views) {
    return kept.get(
        new Key(address, tag(views)),
        key ->
            TilePress.make(
                address,
                views.stream().map(view -> new TileEncoder.Drawn(view, row -> true)).toList()));
  }

  /** A tile of filtered layers; there are too many of them to keep any. */
  public Tile make(TileAddress address, List<TileEncoder.Drawn> layers) {
    return TilePress.make(address, layers);
  }

  /**
   * Stands for what can be in the tiles of the layers: with the same tag, a tile of the same
   * address and filters shows the same, in whatever order.
   */
  public static String tag(List<LayerView> views) {
    return views.stream()
        .map(view -> view.declaration().id() + "." + view.tag())
        .collect(Collectors.joining("_"));
  }
}
