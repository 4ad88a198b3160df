package dev.outpace.workspace;

/**
 * What an import would do with the rows of a file. Each row is counted once; costly ones and those with a zone are among the new
 * and the updated ones.
 *
 * @param rows all
 * @param fresh new targets
 * @param updated targets of the list that take what a row says
 * @param inList left out, since the list has their number
 * @param twice left out, since an earlier row has their number
 * @param doNotCall left out, since they say so themselves, or since do-not-call lists do
 * @param rejected cannot be taken as they stand
 * @param withZone say themselves in which zone their person is
 * @param costly have a premium-rate, satellite or other costly number
 */
public record ImportCounts(
        long rows,
        long fresh,
        long updated,
        long inList,
        long twice,
        long doNotCall,
        long rejected,
        long withZone,
        long costly) {}
