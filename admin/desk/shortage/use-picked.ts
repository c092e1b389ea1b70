import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminAlternativesResponse } from "../../../src/api/admin/shortages/types"
import type { PickedAlternative } from "./picked"

const NONE: readonly PickedAlternative[] = []

/**
 * What the agent has picked for a short line and not offered yet. It is there
 * again when they come back from another call, until the page is left or the
 * agent logs out.
 *
 * @param proposed - the latest prices and units of what is picked from it
 */
export const usePicked = (
  lineItemId: string,
  proposed: AdminAlternativesResponse | undefined
) => {
  const cache = useQueryClient()
  // Of no answer of the server's, so that nothing reads it anew.
  const queryKey = ["follow-ups-picked", lineItemId]
  const { data = NONE } = useQuery<readonly PickedAlternative[]>({
    queryKey,
    queryFn: skipToken,
    gcTime: Infinity,
  })
  const picked = data.map((one) => ({
    ...one,
    alternative:
      proposed?.alternatives.find(
        ({ variant_id }) => variant_id === one.alternative.variant_id
      ) ?? one.alternative,
  }))
  const setPicked = (picked: readonly PickedAlternative[]) =>
    void cache.setQueryData(queryKey, picked)
  return [picked, setPicked] as const
}
