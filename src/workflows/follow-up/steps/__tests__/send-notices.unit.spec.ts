import { asValue } from "@medusajs/framework/awilix"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  Modules,
} from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { sendNotices } from "../send-notices"

type Created = { channel: string; to: string; idempotency_key: string }

const ADDRESS = "olena@shop.example"

/** Stores what it is given, and then fails to send it by e-mail. */
function aShop() {
  const stored: Created[] = []
  const errors: string[] = []
  const lookedUp: unknown[] = []
  const container = createMedusaContainer()
  container.register({
    [FOLLOW_UP_MODULE]: asValue({ settings: { language: "en" } }),
    [ContainerRegistrationKeys.LOGGER]: asValue({
      error: (...said: unknown[]) => errors.push(said.join(" ")),
    }),
    [Modules.USER]: asValue({
      listUsers: async (filters: unknown) => {
        lookedUp.push(filters)
        return [{ id: "user_1", email: ADDRESS }]
      },
    }),
    [Modules.NOTIFICATION]: asValue({
      listNotifications: async (of: { idempotency_key: string[] }) =>
        stored.filter((one) =>
          of.idempotency_key.includes(one.idempotency_key)
        ),
      createNotifications: async (created: Created[]) => {
        stored.push(...created)
        if (created.some(({ channel }) => channel === "email")) {
          throw new Error(`${ADDRESS} was refused`)
        }
      },
    }),
  })
  return { container, stored, errors, lookedUp }
}

const waiting = [
  {
    id: "fuevt_1",
    data: {
      id: "futask_1",
      type: "confirm_order",
      order_id: "order_1",
      customer_id: null,
      order_display_id: 1001,
      step_id: "limit_near",
      deadline: "response_limit",
      deadline_at: "2026-11-23T08:00:00.000Z",
      is_warning: true,
      user_id: "user_1",
      email: true,
    },
  },
]

describe("a notice whose e-mail fails", () => {
  it("is told by the bell once and mailed once, however often it comes", async () => {
    const { container, stored } = aShop()
    await sendNotices(waiting, container)
    await sendNotices(waiting, container)
    expect(
      stored.map(({ channel, to, idempotency_key }) => [
        channel,
        to,
        idempotency_key,
      ])
    ).toEqual([
      ["feed", "user_1", "fuevt_1"],
      ["email", ADDRESS, "fuevt_1:user_1"],
    ])
  })

  it("is reported without the address, and looks up only who is told", async () => {
    const { container, errors, lookedUp } = aShop()
    await sendNotices(waiting, container)
    expect(errors).toEqual([
      "follow-ups: e-mails of 1 escalations could not be sent and will not be tried again",
    ])
    expect(lookedUp).toEqual([{ id: ["user_1"] }])
  })
})
