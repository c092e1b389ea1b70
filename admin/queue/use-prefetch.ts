import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { callSheetOptions } from "../api/queries"
import { useText } from "../i18n/use-text"

/** Passing over rows with the arrow keys does not ask for each of them. */
const SETTLED_AFTER_MS = 150
const FRESH_MS = 15_000

/** Asks for a call sheet before it is opened, so that it opens at once. */
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
