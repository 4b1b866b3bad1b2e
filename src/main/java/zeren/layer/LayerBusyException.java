package zeren.layer;

/** Somebody else is writing to the layer for longer than this write was ready to wait. */
public final class LayerBusyException extends RuntimeException {

  LayerBusyException(String layer, Throwable cause) {
    super("Layer " + layer + " is being written to", cause);
  }
}
