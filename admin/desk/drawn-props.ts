import type { FollowUp } from "../api/follow-up"
import type { Panel } from "../call-sheet/panel"

/** Props of a section's component. */
export type DrawnProps<TData> = {
  data: TData
  /** The tasks that it is about, as far as they are drawn with it. */
  tasks: readonly FollowUp[]
  /** `#1042`, where the call is about more than one order. */
  order: string | null
  /** All tasks of the call that it is about. */
  taskIds: readonly string[]
  /** The shop's time zone, in which the desk shows all times. */
  timeZone: string
  /** Opens a form of the sheet's footer. */
  onPanel: (panel: Panel) => void
}
