import type { Command } from "../decide/command"
import { decideCall } from "../decide/decide-call"
import type { Decision } from "../decide/decision"
import { isActive } from "../is-active"
import type { Task } from "../task"
import { aTask } from "./task-fixture"
import { OLENA, TaskInMemory } from "./task-in-memory"

/** What one person has open, decided on as the module decides on it. */
export class CallInMemory {
  readonly desks: TaskInMemory[] = []

  constructor(count: number) {
    for (let index = 0; index < count; index++) {
      this.open()
    }
  }

  /** One more task. */
  open(facts: Partial<Task> = {}): void {
    const id = `futask_${this.desks.length + 1}`
    this.desks.push(new TaskInMemory(aTask({ id, ...facts })))
  }

  /** One that is opened at this moment, to ask for another number. */
  openRequest(facts: Partial<Task>, opened_at: Date): void {
    this.open({
      type: "complete_contact",
      phone: null,
      phone_e164: null,
      opened_at,
      created_at: opened_at,
      updated_at: opened_at,
      ...facts,
    })
  }

  get tasks(): Task[] {
    return this.desks.map(({ task }) => task)
  }

  /** @param addressed - the index of the task that is addressed */
  run(
    addressed: number,
    command: Command,
    now: Date,
    actor_id: string | null = OLENA
  ): Decision[] {
    const lead = this.desks[addressed]
    if (!lead) {
      throw new Error(`There is no task ${addressed}`)
    }
    const others = this.desks.filter(
      (desk) => desk !== lead && isActive(desk.task)
    )
    const situations = others.map((desk) => desk.situationAt(now, actor_id))
    const first = lead.situationAt(now, actor_id)
    const decisions = decideCall([first, ...situations], command)
    for (const [index, desk] of [lead, ...others].entries()) {
      const situation = index === 0 ? first : situations[index - 1]
      const decision = decisions[index]
      if (situation && decision) {
        desk.keep(situation, decision)
      }
    }
    return decisions
  }
}
