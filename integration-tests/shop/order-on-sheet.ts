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

/** The order on the call sheet, or null if the sheet has none. */
export function orderOnSheet({
  sections,
}: CallSheet): AdminFollowUpCallSheetOrder | null {
  return sections.find(isOrder)?.data ?? null
}
