/**
 * A command that the task's state does not allow. `{assignee}` in the message
 * stands for the person in `assignee_id`, whose name another module knows.
 */
export class Refusal extends Error {
  readonly assignee_id: string | null

  constructor(message: string, assignee_id: string | null = null) {
    super(message)
    this.name = "Refusal"
    this.assignee_id = assignee_id
  }
}
