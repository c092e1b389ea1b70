import { toast } from "@medusajs/ui"
import { createContext, useContext } from "react"

type Tell = (title: string, text?: string) => void

/** The sheet's own line of what was done; null where there is no sheet. */
export const ReceiptsOfSheet = createContext<Tell | null>(null)

/**
 * Says what was done in a section. A toast would lie over the sheet's buttons,
 * so it is said elsewhere only.
 */
export const useTellDone = (): Tell =>
  useContext(ReceiptsOfSheet) ??
  ((title, description) => void toast.success(title, { description }))
