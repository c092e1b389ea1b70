import { monday } from "../../src/modules/follow-up/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
} from "../../src/modules/follow-up/__tests__/task-in-memory"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { describeModule } from "./follow-up-module"
import { openOne, times } from "./open-request"

const wrongNumber = (
  service: FollowUpModuleService,
  task_id: string,
  time = "09:05"
) =>
  service.runCommand(
    {
      task_id,
      command: anAttempt({ outcome: "wrong_number" }),
      actor_id: OLENA,
    },
    monday(time)
  )

describeModule("a wrong number", ({ service }) => {
  const asked = () => service.listFollowUpTasks({ type: "complete_contact" })

  it("opens one task that asks for another, with its event, in the same breath", async () => {
    const { id } = await openOne(service)
    const { task, event_ids } = await wrongNumber(service, id)
    expect(task).toMatchObject({
      status: "waiting",
      waiting_until: null,
      waiting_reason: "new_number",
    })
    const [contact] = await asked()
    expect(contact).toMatchObject({
      dedupe_key: `complete_contact:${id}:1`,
      order_id: "order_1",
      phone: null,
      opened_at: monday("09:05"),
    })
    const events = await service.listFollowUpOutboxEvents({ id: event_ids })
    expect(events.map(({ name, data }) => [name, data.id]).sort()).toEqual([
      ["follow-up.attempted", id],
      ["follow-up.opened", contact?.id],
    ])
    expect(await service.listFollowUpTimers({ task_id: id })).toEqual([])
  })

  it("opens one, however often it is said, and goes on waiting", async () => {
    const { id } = await openOne(service)
    await Promise.all(
      times(4, (index) => wrongNumber(service, id, `09:${10 + index * 5}`))
    )
    expect(await asked()).toHaveLength(1)
    expect(await service.findTask(id)).toMatchObject({
      status: "waiting",
      waiting_reason: "new_number",
      fallback: null,
    })
  })
})

describeModule(
  "a wrong number where nobody is asked for another",
  ({ service }) => {
    it("brings the task to its fallback at once", async () => {
      const { id } = await openOne(service)
      const { task } = await wrongNumber(service, id)
      expect(task).toMatchObject({
        status: "open",
        waiting_reason: null,
        fallback: "message_customer",
        due_at: monday("09:05"),
      })
      expect(await service.findTask(id)).toEqual(task)
      expect(
        (
          await service.listFollowUpActivities(
            { task_id: id },
            { order: { sequence: "ASC" } }
          )
        ).map(({ kind }) => kind)
      ).toEqual(["opened", "attempted", "waiting", "attempts_used_up"])
    })
  },
  { disabled_types: ["complete_contact"] }
)
