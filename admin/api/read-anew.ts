import type {
  InvalidateQueryFilters,
  Query,
  QueryClient,
} from "@tanstack/react-query"

/**
 * Reads answers again after a change. Resolves once the requests are over that
 * a page waits for, not those that were only prefetched.
 *
 * TanStack Query sends a request anew only if it has an older answer to show
 * meanwhile: the first answer, which may have been on its way before the change,
 * would count as the latest.
 */
export async function readAnew(
  client: QueryClient,
  filters: InvalidateQueryFilters
): Promise<void> {
  const over = async (query: Query) =>
    await query.promise?.catch(() => undefined)
  const again = async (query: Query) => {
    await over(query)
    // It may have been sent anew by now, or have failed.
    await (query.state.isInvalidated
      ? over(query)
      : client.invalidateQueries({
          refetchType: filters.refetchType,
          queryKey: query.queryKey,
          exact: true,
        }))
  }
  const onTheirWay = client
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: "fetching" })
  await Promise.all([
    ...onTheirWay.map((query) => {
      const read = again(query)
      return filters.refetchType !== "none" && query.isActive() && read
    }),
    client.invalidateQueries(filters),
  ])
}
