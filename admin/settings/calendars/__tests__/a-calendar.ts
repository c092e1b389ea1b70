import type { AdminFollowUpCalendar } from "../../../../src/api/admin/follow-ups/calendars/types"

export function aCalendar(
  over: Partial<AdminFollowUpCalendar> = {}
): AdminFollowUpCalendar {
  return {
    id: "cal_1",
    name: "Shop hours",
    is_default: true,
    is_edited: false,
    version: 3,
    definition: {
      time_zone: "Europe/Kyiv",
      weekly: { monday: [["09:00", "18:00"]], sunday: [] },
      exceptions: [
        { date: "2026-12-25", windows: [], label: "Christmas" },
        { date: "2026-12-24", windows: [["09:00", "13:00"]] },
      ],
    },
    bindings: [
      {
        id: "bind_1",
        scope: "region",
        reference_id: "reg_1",
        reference_name: "Ukraine",
      },
      {
        id: "bind_2",
        scope: "task_type",
        reference_id: "confirm_order",
        reference_name: "confirm_order",
      },
    ],
    playbooks: [],
    active_tasks: 0,
    is_open: true,
    next_change_at: null,
    created_at: "2026-11-21T09:00:00Z",
    updated_at: "2026-11-21T09:00:00Z",
    ...over,
  }
}
