import { toast } from "@medusajs/ui"
import { createContext, useContext } from "react"

type Tell = (title: string, text?: string) => void

/** What a section did, for the tasks that it is about; none if it did nothing for them. */
type TellOfTasks = (
  taskIds: readonly string[],
  ...done: Parameters<Tell>
) => void

/** The sheet's own line of what was done; null where there is no sheet. */
export const ReceiptsOfSheet = createContext<TellOfTasks | null>(null)

/** The same for one of its sections. */
export const ReceiptsOfSection = createContext<{
  /** Something was done for the section's tasks. */
  done: Tell
  /** Something else is to be known. */
  noted: Tell
} | null>(null)

/**
 * Says what was done in a section. A toast would lie over the sheet's buttons,
 * so it is said elsewhere only.
 */
export const useTellDone = (): Tell =>
  useContext(ReceiptsOfSection)?.done ?? toastDone

/** The same for what neither settles a task nor can be the last thing to undo. */
export const useTellNoted = (): Tell =>
  useContext(ReceiptsOfSection)?.noted ?? toastDone

const toastDone: Tell = (title, description) =>
  void toast.success(title, { description })
