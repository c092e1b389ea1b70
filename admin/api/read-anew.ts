import type { InvalidateQueryFilters, QueryClient } from "@tanstack/react-query"

/**
 * Reads answers again after a change. Resolves once those that are shown are as
 * new as the change.
 *
 * TanStack Query sends a request anew only if it has an older answer to show
 * meanwhile: the first answer, which may have been on its way before the change,
 * would count as the latest.
 */
export async function readAnew(
  client: QueryClient,
  filters: InvalidateQueryFilters
): Promise<void> {
  const begun = client
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: "fetching" })
    .map(async (query) => {
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
  await Promise.all(begun)
}
