import { PLAIN_PLAYBOOK } from "../default-playbooks"
import { namedRecords } from "../named-records"
import type { EscalationAction, PlaybookDefinition } from "../playbook"

function named(set: Partial<PlaybookDefinition>) {
  return namedRecords({ ...PLAIN_PLAYBOOK, ...set }).map(
    ({ kind, id, path }) => [kind, id, path.join(".")]
  )
}

function step(action: EscalationAction) {
  return {
    id: action.kind,
    relative_to: "response_limit" as const,
    offset_minutes: 0,
    action,
  }
}

describe("what a playbook names", () => {
  it("is nothing in those that the plugin brings", () => {
    expect(named({})).toEqual([])
  })

  it("are the users who get its tasks", () => {
    const assignment = { ...PLAIN_PLAYBOOK.assignment, user_ids: ["a", "b"] }
    expect(named({ assignment })).toEqual([
      ["user", "a", "assignment.user_ids.0"],
      ["user", "b", "assignment.user_ids.1"],
    ])
  })

  it("are the users whom its escalation tells, or gives the task to", () => {
    const notify = { kind: "notify" as const, email: false }
    const escalation = [
      step({ ...notify, audience: "everyone" }),
      step({ ...notify, audience: "user", user_id: "a" }),
      step({ kind: "reassign", assignee_id: null }),
      step({ kind: "reassign", assignee_id: "b" }),
    ]
    expect(named({ escalation })).toEqual([
      ["user", "a", "escalation.1.action.user_id"],
      ["user", "b", "escalation.3.action.assignee_id"],
    ])
  })

  it("is whom or what its fallback turns to", () => {
    const fallingBackTo = (fallback: PlaybookDefinition["retry"]["fallback"]) =>
      named({ retry: { ...PLAIN_PLAYBOOK.retry, fallback } })

    expect(fallingBackTo({ kind: "hand_over", assignee_id: "a" })).toEqual([
      ["user", "a", "retry.fallback.assignee_id"],
    ])
    expect(
      fallingBackTo({ kind: "message_customer", canned_answer_id: "c" })
    ).toEqual([["canned_answer", "c", "retry.fallback.canned_answer_id"]])
    expect(
      fallingBackTo({ kind: "message_customer", canned_answer_id: null })
    ).toEqual([])
  })
})
