import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { callSheetOptions } from "../api/queries"
import { useText } from "../i18n/use-text"

/** Moving quickly over rows does not prefetch each of them. */
const SETTLED_AFTER_MS = 150
const FRESH_MS = 15_000

/** Prefetches a call sheet so that it opens immediately. */
export const usePrefetchedSheet = (id: string | null): void => {
  const client = useQueryClient()
  const { language } = useText()
  useEffect(() => {
    if (id === null) {
      return
    }
    const timeout = setTimeout(() => {
      void client.prefetchQuery({
        ...callSheetOptions(id, language),
        staleTime: FRESH_MS,
      })
    }, SETTLED_AFTER_MS)
    return () => clearTimeout(timeout)
  }, [client, id, language])
}
