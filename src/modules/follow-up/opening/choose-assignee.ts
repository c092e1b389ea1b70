import type { Assignment } from "../../../desk/playbook"

/** What is known about the people who may get a new task. */
export type Desk = {
  /** How many calls each user has; users who are missing cannot get any. */
  active_calls: ReadonlyMap<string, number>
  /** Who last dealt with this customer. */
  last_agent: string | null
  /** Who got the last task, of those who take turns. */
  last_turn: string | null
}

export type Chosen = { assignee_id: string; by: "last_agent" | "turn" }

/**
 * Who gets a new task: the person who last dealt with the customer, if the
 * playbook says so; otherwise the next in turn; never somebody who has reached
 * their limit. Null: it stays unassigned.
 */
export function chooseAssignee(
  { last_agent, user_ids, most_open_tasks }: Assignment,
  desk: Desk
): Chosen | null {
  const hasRoom = (user_id: string) => {
    const active = desk.active_calls.get(user_id)
    return (
      active !== undefined &&
      (most_open_tasks === null || active < most_open_tasks)
    )
  }
  if (last_agent && desk.last_agent !== null && hasRoom(desk.last_agent)) {
    return { assignee_id: desk.last_agent, by: "last_agent" }
  }
  const next = inTurn(user_ids, desk.last_turn).find(hasRoom)
  return next === undefined ? null : { assignee_id: next, by: "turn" }
}

/** These users, starting with the one after the last. */
function inTurn(user_ids: string[], last_turn: string | null): string[] {
  const after = last_turn === null ? 0 : user_ids.indexOf(last_turn) + 1
  return [...user_ids.slice(after), ...user_ids.slice(0, after)]
}
