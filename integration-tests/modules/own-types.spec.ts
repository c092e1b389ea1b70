import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { completion } from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import { verifyPayment } from "../install/store/src/verify-payment"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

/** The example in docs/extending.md. */
describeModule(
  "a task type of the shop's own",
  ({ service }) => {
    it("comes with the playbook that its options describe", async () => {
      const { playbooks } = await service.readRuleBook(monday("09:00"))
      const verify = playbooks.find(({ type }) => type === "verify_payment")

      expect(verify).toMatchObject({
        enabled: true,
        is_seeded: true,
        definition: verifyPayment.declaration.task_types?.[0]?.playbook,
      })
    })

    it("is opened, and completed with its own outcomes alone", async () => {
      const { playbooks } = await service.readRuleBook(monday("09:00"))
      const { id, response_limit_at } = await openOne(service, {
        type: "verify_payment",
        playbook_id: playbooks.find(({ type }) => type === "verify_payment")
          ?.id,
      })
      const run = (outcome: string, answers?: { receipt: string }) =>
        service.runCommand(
          {
            task_id: id,
            command: { ...completion(outcome), answers },
            actor_id: "user_ann",
          },
          monday("09:30")
        )

      expect(response_limit_at).toEqual(monday("17:00"))
      await expect(run("confirmed")).rejects.toThrow(
        'outcome was "confirmed"; a verify_payment task may end with "paid", "not_paid"'
      )
      await expect(run("paid")).rejects.toThrow(
        'answers.receipt is missing: outcome "paid" needs it'
      )
      expect((await run("paid", { receipt: "R-7" })).task).toMatchObject({
        status: "completed",
        outcome: "paid",
        data: { receipt: "R-7" },
      })
    })
  },
  { extensions: [verifyPayment] }
)
