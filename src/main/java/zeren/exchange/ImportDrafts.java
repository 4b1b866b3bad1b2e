package zeren.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import zeren.layer.FeatureDraft;

/**
 * What an import would record, if it were written now.
 *
 * @param layer id of its layer
 * @param day from when it would be so
 * @param drafts features that would be new or other than they are
 * @param closed ids of features that would be no more
 */
public record ImportDrafts(
    String layer, LocalDate day, List<FeatureDraft> drafts, Set<String> closed) {}
