package zeren.notice;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.awt.ShapeWriter;

/**
 * A sketch as a PNG, which is what a link looks like when it is sent to somebody. It holds no text:
 * a server need not have fonts.
 */
public final class SharePicture {

  private static final Color BEYOND = new Color(0xece9e1);
  private static final Color LAND = new Color(0xf4f2ec);
  private static final Color COUNTY_LINE = new Color(0xb9b4a6);
  private static final Color WATER = new Color(0x5b9bb3);
  private static final Color ACCENT = new Color(0x0b6e6e);
  private static final Color CELL = new Color(0xd3e6e2);
  private static final Color PAPER = new Color(0xfbfaf7);

  private SharePicture() {}

  public static byte[] png(Sketch sketch) {
    BufferedImage image =
        new BufferedImage(sketch.width(), sketch.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(BEYOND);
      graphics.fillRect(0, 0, sketch.width(), sketch.height());
      ShapeWriter shapes = new ShapeWriter();
      sketch.parts().forEach(part -> draw(graphics, part.kind(), shapes.toShape(part.shape())));
      sketch.dots().forEach(dot -> draw(graphics, dot));
    } finally {
      graphics.dispose();
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(Graphics2D graphics, Sketch.Kind kind, Shape shape) {
    switch (kind) {
      case LAND -> draw(graphics, shape, LAND, COUNTY_LINE, 1.5f);
      case CELL, AREA -> draw(graphics, shape, CELL, null, 0);
      case BESIDE -> draw(graphics, shape, null, COUNTY_LINE, 1);
      case BELOW -> draw(graphics, shape, null, ACCENT, 1);
      case LINE -> draw(graphics, shape, null, WATER, 4);
      case EDGE -> draw(graphics, shape, null, ACCENT, 7);
    }
  }

  private static void draw(
      Graphics2D graphics, Shape shape, @Nullable Color fill, @Nullable Color line, float width) {
    if (fill != null) {
      graphics.setColor(fill);
      graphics.fill(shape);
    }
    if (line != null) {
      graphics.setColor(line);
      graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(shape);
    }
  }

  private static void draw(Graphics2D graphics, Sketch.Dot dot) {
    graphics.setColor(PAPER);
    graphics.fill(new Ellipse2D.Double(dot.x() - 9, dot.y() - 9, 18, 18));
    graphics.setColor(ACCENT);
    graphics.fill(new Ellipse2D.Double(dot.x() - 6, dot.y() - 6, 12, 12));
  }
}
