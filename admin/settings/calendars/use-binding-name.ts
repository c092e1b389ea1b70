import type { CalendarScope } from "../../../src/api/admin/follow-ups/calendars/types"
import { useKinds } from "../../desk/use-kinds"

/** The display name of what a calendar is bound to. */
export const useBindingName = (): ((binding: {
  scope: CalendarScope
  reference_name: string
}) => string) => {
  const { typeName } = useKinds()
  return ({ scope, reference_name }) =>
    scope === "task_type" ? typeName(reference_name) : reference_name
}
