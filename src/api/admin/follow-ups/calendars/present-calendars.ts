import type { MedusaContainer } from "@medusajs/framework/types"
import { compileCalendar } from "../../../../business-time"
import {
  type Calendar,
  FOLLOW_UP_MODULE,
  nextTurn,
  type RuleBook,
} from "../../../../modules/follow-up"
import { iso } from "../present-tasks"
import { referenceNames } from "../../../../shop/bound-records"
import type { AdminFollowUpCalendar } from "./types"

/**
 * These calendars as the API returns them. Bindings, dependent playbooks and
 * task counts are each read once for all of them.
 */
export async function presentCalendars(
  calendars: Calendar[],
  book: RuleBook,
  now: Date,
  container: MedusaContainer
): Promise<AdminFollowUpCalendar[]> {
  if (calendars.length === 0) {
    return []
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const ids = calendars.map(({ id }) => id)
  const bindings = book.bindings.filter(({ calendar_id }) =>
    ids.includes(calendar_id)
  )
  const nameOf = await referenceNames(bindings, container)
  const activeTasks = await followUp.countActiveTasks("calendar_id")
  const stored = await followUp.listFollowUpBusinessCalendars(
    { id: ids },
    { take: ids.length }
  )
  return calendars.flatMap((calendar) => {
    const times = stored.find(({ id }) => id === calendar.id)
    if (!times) {
      return []
    }
    const { is_open, next_change_at } = nextTurn(
      compileCalendar(calendar.definition),
      now
    )
    return [
      {
        ...calendar,
        bindings: bindings
          .filter(({ calendar_id }) => calendar_id === calendar.id)
          .map((binding) => ({
            id: binding.id,
            scope: binding.scope,
            reference_id: binding.reference_id,
            reference_name: nameOf(binding) ?? binding.reference_id,
          })),
        playbooks: book.playbooks
          .filter(({ definition }) => definition.calendar_id === calendar.id)
          .map(({ id, name }) => ({ id, name })),
        active_tasks: activeTasks.get(calendar.id) ?? 0,
        is_open,
        next_change_at: iso(next_change_at),
        created_at: times.created_at.toISOString(),
        updated_at: times.updated_at.toISOString(),
      },
    ]
  })
}
