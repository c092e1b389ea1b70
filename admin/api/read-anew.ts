import type { InvalidateQueryFilters, QueryClient } from "@tanstack/react-query"

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
  client
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: "fetching" })
    .forEach(async (query) => {
      await query.promise?.catch(() => undefined)
      // Unless it was sent anew, or failed.
      if (!query.state.isInvalidated) {
        await client.invalidateQueries({
          refetchType: filters.refetchType,
          queryKey: query.queryKey,
          exact: true,
        })
      }
    })
  await client.invalidateQueries(filters)
}
