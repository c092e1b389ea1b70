import type { CalendarScope } from "../../../src/api/admin/follow-ups/calendars/types"
import { useTypeName } from "../../task/use-type-name"

/** What people call that which a calendar is bound to. */
export const useBindingName = (): ((binding: {
  scope: CalendarScope
  reference_name: string
}) => string) => {
  const typeName = useTypeName()
  return ({ scope, reference_name }) =>
    scope === "task_type" ? typeName(reference_name) : reference_name
}
