package zeren.tile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;

/** Makes Mapbox vector tiles (version 2.1) of layers, straight from their columns. */
public final class TileEncoder {

  private final TileAddress address;

  public TileEncoder(TileAddress address) {
    this.address = address;
  }

  /** A layer and which of its rows to draw. */
  public record Drawn(LayerView view, IntPredicate keep) {}

  /**
   * A tile.
   *
   * @param bytes not compressed; none when nothing lies in the tile
   * @param omitted by layer, how many features there was no room for
   */
  public record Encoded(byte[] bytes, Map<String, Integer> omitted) {}

  /**
   * Draws the layers in the order given. Where they would take too many bytes, each of those that
   * take more than their share loses features until all fit.
   */
  public Encoded encode(List<Drawn> layers, int mostBytes) {
    List<Part> parts = new ArrayList<>();
    for (Drawn layer : layers) {
      parts.add(new Part(new LayerDrawing(address, layer.view(), layer.keep())));
    }
    // Once by what samples take, so that the most part of a large layer is not drawn in vain.
    thin(parts, mostBytes);
    do {
      parts.forEach(Part::draw);
    } while (thin(parts, mostBytes));
    return new Encoded(write(parts), omitted(parts));
  }

  private static byte[] write(List<Part> parts) {
    List<LayerMessage> layers =
        parts.stream().map(Part::draw).filter(layer -> layer.featureCount() > 0).toList();
    // Just the room they need, because a large tile takes long to copy.
    Protobuf tile = new Protobuf(layers.stream().mapToInt(LayerMessage::length).sum());
    layers.forEach(layer -> layer.writeTo(tile));
    return tile.toBytes();
  }

  private static Map<String, Integer> omitted(List<Part> parts) {
    Map<String, Integer> omitted = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.omitted() > 0) {
        omitted.put(part.drawing.layer(), part.omitted());
      }
    }
    return omitted;
  }

  /** Lets go of features where there are too many bytes; false when nothing was or could be. */
  private static boolean thin(List<Part> parts, int mostBytes) {
    boolean thinner = false;
    if (size(parts) > mostBytes) {
      long share = share(parts, mostBytes);
      for (Part part : parts) {
        thinner |= part.thin(share);
      }
    }
    return thinner;
  }

  private static long size(List<Part> parts) {
    return parts.stream().mapToLong(part -> part.size).sum();
  }

  /** So many bytes that all layers together fit when none takes more. */
  private static long share(List<Part> parts, int mostBytes) {
    long[] sizes = parts.stream().mapToLong(part -> part.size).sorted().toArray();
    long left = mostBytes;
    for (int i = 0; i < sizes.length; i++) {
      long share = left / (sizes.length - i);
      if (sizes[i] > share) {
        return share;
      }
      left -= sizes[i];
    }
    return mostBytes;
  }

  /** A layer of the tile, as far as it is drawn. */
  private static final class Part {

    /** Fewer are drawn at once. */
    private static final int MANY = 32_768;

    /** As many as say well enough what the others take. */
    private static final int SAMPLE = 4096;

    private final LayerDrawing drawing;

    /** Numbers of features, from 0. */
    private BitSet chosen;

    /** Bytes, estimated while it is not drawn. */
    private long size;

    /** Null while it is not drawn. */
    private @Nullable LayerMessage message;

    Part(LayerDrawing drawing) {
      this.drawing = drawing;
      this.chosen = drawing.choose(Integer.MAX_VALUE);
      int features = drawing.size();
      if (features > MANY) {
        int step = features / SAMPLE;
        size = (long) drawing.draw(every(step, features)).size() * step;
      } else {
        draw();
      }
    }

    private static BitSet every(int step, int features) {
      BitSet some = new BitSet(features);
      for (int i = 0; i < features; i += step) {
        some.set(i);
      }
      return some;
    }

    /** Lets go of features when it takes more bytes, in the hope that those are like the others. */
    boolean thin(long mostBytes) {
      int drawn = chosen.cardinality();
      if (drawn == 0 || size <= mostBytes) {
        return false;
      }
      int fewer = (int) (drawn * 0.97 * mostBytes / size);
      chosen = drawing.choose(Math.min(drawn - 1, fewer));
      size = mostBytes;
      message = null;
      return true;
    }

    LayerMessage draw() {
      if (message == null) {
        message = drawing.draw(chosen);
        size = message.size();
      }
      return message;
    }

    int omitted() {
      return drawing.size() - chosen.cardinality();
    }
  }
}
