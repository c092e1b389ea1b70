import type {
  AdminFollowUpCallSheetOrder,
  AdminFollowUpCallSheetResponse,
} from "../../src/api/admin/follow-ups/types"

type CallSheet = AdminFollowUpCallSheetResponse["call_sheet"]
type Section = CallSheet["sections"][number] & {
  section: "order"
  data: AdminFollowUpCallSheetOrder
}

const isOrder = (section: CallSheet["sections"][number]): section is Section =>
  section.section === "order"

/** What was ordered, as the sheet says it; null where it says nothing of it. */
export function orderOnSheet({
  sections,
}: CallSheet): AdminFollowUpCallSheetOrder | null {
  return sections.find(isOrder)?.data ?? null
}
