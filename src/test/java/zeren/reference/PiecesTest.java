package zeren.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class PiecesTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /**
   * Two large squares with a strip between them that touches the eastern one along more of its
   * edge.
   */
  private static final Geometry WEST = rectangle(0, 0, 10, 10);

  private static final Geometry STRIP = rectangle(10, 4, 11, 10);
  private static final Geometry EAST = rectangle(11, 0, 21, 10);

  @Test
  void facesOfCrossingOutlinesShareTheirVertices() {
    Faces faces = Faces.of(List.of(rectangle(0, 0, 2, 2), rectangle(1, 1, 3, 3)), 1e9);

    assertThat(faces.size()).isEqualTo(3);
    int overlap = faceAt(faces, 1.5, 1.5);
    assertThat(faces.polygon(overlap).getArea()).isEqualTo(1);
    assertThat(faces.neighbours(overlap)).hasSize(2);
    assertThat(faces.neighbours(faceAt(faces, 0.5, 0.5)).get(overlap)).isCloseTo(2, within(0.01));
  }

  @Test
  void doNotDependOnTheOrderOfTheLines() {
    Faces one = Faces.of(List.of(WEST, STRIP, EAST), 1e9);
    Faces other = Faces.of(List.of(EAST, STRIP, WEST), 1e9);
    for (int face = 0; face < one.size(); face++) {
      assertThat(one.polygon(face).equalsExact(other.polygon(face))).isTrue();
    }
  }

  @Test
  void facesThatShareACornerOnlyAreTwoPieces() {
    Faces faces = Faces.of(List.of(rectangle(0, 0, 1, 1), rectangle(1, 1, 2, 2)), 1e9);
    assertThat(Pieces.of(faces, face -> 7).numbers()).hasSize(2);
  }

  @Test
  void facesWithoutAKeyBelongToNoPiece() {
    Faces faces = Faces.of(List.of(WEST, STRIP, EAST), 1e9);
    int strip = faceAt(faces, 10.5, 7);
    Pieces pieces = Pieces.of(faces, face -> face == strip ? Pieces.NONE : 7);
    assertThat(pieces.numbers()).hasSize(2);
    assertThat(pieces.pieceOf(strip)).isEqualTo(Pieces.NONE);
  }

  @Test
  void aSmallPieceJoinsTheNeighbourWithTheLongestCommonEdge() {
    Geometry longer = rectangle(11, 0, 21, 10);
    Geometry shorter = rectangle(0, 8, 10, 10);
    Faces faces = Faces.of(List.of(shorter, STRIP, longer), 1e9);
    Pieces pieces = Pieces.of(faces, face -> face);

    pieces.mergeSmall(face -> 1, face -> faces.polygon(face).getArea(), 7);

    int strip = faceAt(faces, 10.5, 7);
    assertThat(pieces.numbers()).hasSize(2);
    assertThat(pieces.pieceOf(strip)).isEqualTo(pieces.pieceOf(faceAt(faces, 15, 5)));
    assertThat(pieces.outline(pieces.pieceOf(strip)).getArea()).isEqualTo(106);
  }

  @Test
  void aSmallPieceNeverLeavesItsGroup() {
    Faces faces = Faces.of(List.of(WEST, STRIP, EAST), 1e9);
    int strip = faceAt(faces, 10.5, 7);
    Pieces pieces = Pieces.of(faces, face -> face);

    pieces.mergeSmall(face -> face == strip ? 1 : 2, face -> faces.polygon(face).getArea(), 7);

    assertThat(pieces.numbers()).hasSize(3);
  }

  @Test
  void chainsOfSmallPiecesGrowTogetherUntilNoneIsTooSmall() {
    List<Geometry> slices = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      slices.add(rectangle(i, 0, i + 1, 1));
    }
    Faces faces = Faces.of(slices, 1e9);
    Pieces pieces = Pieces.of(faces, face -> face);

    pieces.mergeSmall(face -> 1, face -> faces.polygon(face).getArea(), 2.5);

    assertThat(pieces.numbers()).isNotEmpty();
    assertThat(pieces.numbers())
        .allSatisfy(piece -> assertThat(pieces.outline(piece).getArea()).isGreaterThan(2.5));
    assertThat(pieces.numbers().stream().mapToDouble(p -> pieces.outline(p).getArea()).sum())
        .isEqualTo(10);
  }

  private static int faceAt(Faces faces, double x, double y) {
    Geometry point = GEOMETRIES.createPoint(new Coordinate(x, y));
    for (int face = 0; face < faces.size(); face++) {
      if (faces.polygon(face).contains(point)) {
        return face;
      }
    }
    throw new AssertionError("no face at " + point);
  }

  private static Geometry rectangle(double west, double south, double east, double north) {
    return GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
  }
}
