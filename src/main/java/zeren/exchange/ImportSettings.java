package zeren.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported.
 *
 * @param crs code of the coordinate system of its positions; null when nobody has named it yet
 * @param validFrom first day on which the rows are so
 * @param table which table of the file; null where the format knows no names
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportSettings(
    @Nullable String crs,
    ImportMode mode,
    LocalDate validFrom,
    @Nullable String table,
    Mapping mapping) {}
