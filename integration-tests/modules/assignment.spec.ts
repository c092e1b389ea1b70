import {
  justAfter,
  monday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { OpenRequest } from "../../src/modules/follow-up/task/open-request"
import type { Assignment } from "../../src/desk/playbook"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { describeModule } from "./follow-up-module"
import { aRequest, times } from "./open-request"

const PEOPLE = ["user_ann", "user_ben", "user_cas", "user_dan"]
const NOW = monday("09:01")

/** Sets how confirm_order assigns its tasks. */
async function assign(
  service: FollowUpModuleService,
  assignment: Partial<Assignment>
): Promise<void> {
  const { playbooks } = await service.readRuleBook(NOW)
  const confirm = playbooks.find(({ type }) => type === "confirm_order")
  if (!confirm) {
    throw new Error("confirm_order has no playbook")
  }
  await service.changeRules(
    {
      kind: "update_playbook",
      id: confirm.id,
      definition: {
        ...confirm.definition,
        assignment: { ...confirm.definition.assignment, ...assignment },
      },
    },
    null,
    NOW
  )
}

/** Opens the tasks one after the other. Returns their assignees. */
async function give(
  service: FollowUpModuleService,
  count: number,
  facts: Partial<OpenRequest> = {},
  people = PEOPLE
): Promise<(string | null)[]> {
  const assignees: (string | null)[] = []
  for (let index = 0; index < count; index++) {
    const [change] = await service.openTasks([aRequest(facts)], NOW, people)
    assignees.push(change?.task.assignee_id ?? null)
  }
  return assignees
}

describeModule("a new task", ({ service }) => {
  it("goes to those who were chosen, in turn, and its history says so", async () => {
    await assign(service, { user_ids: ["user_ann", "user_ben"] })

    expect(await give(service, 3)).toEqual(["user_ann", "user_ben", "user_ann"])
    const [task] = await service.listFollowUpTasks(
      { assignee_id: "user_ben" },
      { relations: ["activities"] }
    )
    expect(task?.activities).toEqual([
      expect.objectContaining({ kind: "opened" }),
      expect.objectContaining({
        kind: "assigned",
        actor_id: null,
        data: { assignee_id: "user_ben" },
      }),
    ])
  })

  it("whose event comes twice takes nobody's turn twice", async () => {
    await assign(service, { user_ids: ["user_ann", "user_ben"] })
    const dedupe_key = "confirm_order:order_1"

    expect(await give(service, 3, { dedupe_key })).toEqual([
      "user_ann",
      null,
      null,
    ])
    expect(await give(service, 1)).toEqual(["user_ben"])
  })

  it("is nobody's once all have as many as each may have", async () => {
    await assign(service, {
      user_ids: ["user_ann", "user_ben"],
      most_open_tasks: 2,
    })

    expect(await give(service, 6)).toEqual([
      "user_ann",
      "user_ben",
      "user_ann",
      "user_ben",
      null,
      null,
    ])
  })

  it("is never given to a user who was deleted", async () => {
    await assign(service, { user_ids: ["user_gone", "user_ben"] })
    const people = ["user_ben"]

    expect(await give(service, 2, {}, people)).toEqual(["user_ben", "user_ben"])
    expect(await give(service, 1, {}, ["user_ann"])).toEqual([null])
  })

  it("goes to who last dealt with the customer, where that is asked for", async () => {
    await assign(service, { last_agent: true, user_ids: ["user_ann"] })
    const dealWith = async (
      customer_id: string,
      actor_id: string,
      at: Date
    ) => {
      const [change] = await service.openTasks([aRequest({ customer_id })], NOW)
      const task_id = change?.task.id ?? ""
      for (const command of [anAttempt(), completion("confirmed")]) {
        await service.runCommand({ task_id, command, actor_id }, at)
      }
    }
    for (const customer_id of ["cus_olena", "cus_taras"]) {
      await dealWith(customer_id, "user_dan", monday("09:05"))
      await dealWith(customer_id, "user_cas", justAfter(monday("09:05")))
    }

    const [cas] = await give(service, 1, { customer_id: "cus_olena" })
    expect(cas).toBe("user_cas")
    expect(await give(service, 1, { customer_id: "cus_other" })).toEqual([
      "user_ann",
    ])
    const others = ["user_ann", "user_dan"]
    expect(
      await give(service, 1, { customer_id: "cus_taras" }, others)
    ).toEqual(["user_ann"])
  })

  it("goes with the call that it joins, and counts as none", async () => {
    await assign(service, {
      user_ids: ["user_ann", "user_ben"],
      most_open_tasks: 1,
    })
    const olena = { customer_id: "cus_olena" }

    expect(await give(service, 3, olena)).toEqual([
      "user_ann",
      "user_ann",
      "user_ann",
    ])
    expect(await give(service, 2)).toEqual(["user_ben", null])
  })

  it("takes a call that was nobody's with it", async () => {
    const olena = { customer_id: "cus_olena" }
    expect(await give(service, 2, olena)).toEqual([null, null])
    await assign(service, { user_ids: ["user_ann"] })

    expect(await give(service, 1, olena)).toEqual(["user_ann"])
    const tasks = await service.listFollowUpTasks(olena)
    expect(tasks.map(({ assignee_id }) => assignee_id)).toEqual([
      "user_ann",
      "user_ann",
      "user_ann",
    ])
  })

  it("stays within the cap although forty are opened at once", async () => {
    await assign(service, {
      user_ids: ["user_ann", "user_ben", "user_cas"],
      most_open_tasks: 5,
    })
    const opened = await Promise.all(
      times(40, (index) =>
        service.openTasks(
          [
            aRequest({ dedupe_key: `confirm_order:${index % 30}` }),
            aRequest({ dedupe_key: `confirm_order:${(index + 7) % 30}` }),
          ],
          NOW,
          PEOPLE
        )
      )
    )

    const assignees = opened.flat().map(({ task }) => task.assignee_id)
    expect(assignees).toHaveLength(30)
    for (const user_id of ["user_ann", "user_ben", "user_cas"]) {
      expect(assignees.filter((id) => id === user_id)).toHaveLength(5)
    }
  })
})
