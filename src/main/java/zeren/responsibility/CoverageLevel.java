package zeren.responsibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of one level cover the city. Covered area, gaps and rounding add up to the city's
 * area.
 *
 * @param level null when the layer has no levels
 * @param cells how many there are
 * @param city square metres to cover
 * @param covered square metres of them that cells cover
 * @param rounding square metres in pieces that are thinner than coordinates are kept, which are not
 *     listed
 * @param gaps largest first
 * @param overlaps largest first, one for each pair of cells
 */
public record CoverageLevel(
    @Nullable String level,
    int cells,
    double city,
    double covered,
    double rounding,
    List<CoveragePiece> gaps,
    List<CoveragePiece> overlaps) {}
