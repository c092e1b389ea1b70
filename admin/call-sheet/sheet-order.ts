import type { AdminFollowUpCallSheetResponse } from "../../src/api/admin/follow-ups/types"

/** The order that a call is about. */
export type SheetOrder = NonNullable<
  AdminFollowUpCallSheetResponse["call_sheet"]["order"]
>
