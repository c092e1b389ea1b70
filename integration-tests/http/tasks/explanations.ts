import type { AdminFollowUpExplanationResponse } from "../../../src/api/admin/follow-ups/types"
import { openFollowUpsWorkflow } from "../../../src/workflows"
import { changeConfirm } from "../../shop/confirm-playbook"
import type { TestShop } from "../../shop/test-shop"
import { calendarRoutes } from "../calendar-routes"

const monday = (time: string) => new Date(`2026-11-23T${time}+02:00`)
const wednesday = (time: string) => new Date(`2026-11-25T${time}+02:00`)

export function explanations(shop: TestShop): void {
  const { standard, update } = calendarRoutes(shop)

  /** A call with a resolution limit of eight hours; Tuesday is a holiday. */
  const opened = async (at: Date): Promise<string> => {
    shop.clock.set(at)
    const { id, version, definition } = await standard()
    await update(id, {
      version,
      definition: {
        ...definition,
        exceptions: [{ date: "2026-11-24", windows: [], label: "Stocktaking" }],
      },
    })
    await changeConfirm(shop, { resolution_limit_minutes: 480 })
    const { result } = await openFollowUpsWorkflow(shop.container).run({
      input: {
        follow_ups: [
          {
            type: "confirm_order",
            opened_at: at,
            customer_name: "Олена Коваленко",
            phone: "067 123 45 67",
            country_code: "ua",
          },
        ],
      },
    })
    return result.ids[0] ?? ""
  }

  const send = async (id: string, path: string, at: Date, body = {}) => {
    shop.clock.set(at)
    await shop.post(`/admin/follow-ups/${id}/${path}`).send(body).expect(200)
  }

  const attempt = (id: string, outcome: string, at: Date) =>
    send(id, "attempts", at, { channel: "phone", outcome })

  const explained = async (id: string) => {
    const { body } = await shop
      .get(`/admin/follow-ups/${id}/explanation`)
      .expect(200)
    const { explanation }: AdminFollowUpExplanationResponse = body
    return explanation.deadlines.find(
      ({ deadline }) => deadline === "resolution_limit"
    )
  }

  it("counts from the call that ended a wait, across a holiday", async () => {
    const id = await opened(monday("17:00"))
    await attempt(id, "no_answer", monday("17:10"))
    await attempt(id, "busy", monday("17:20"))

    expect(await explained(id)).toEqual({
      deadline: "resolution_limit",
      from: monday("17:20").toISOString(),
      at: wednesday("16:10").toISOString(),
      business_seconds: 470 * 60,
      banked_seconds: 600,
      steps: [
        {
          kind: "window",
          start: monday("17:20").toISOString(),
          end: monday("18:00").toISOString(),
          business_seconds: 40 * 60,
        },
        expect.objectContaining({ kind: "closed", reason: "outside_hours" }),
        expect.objectContaining({
          kind: "closed",
          reason: "exception",
          label: "Stocktaking",
        }),
        expect.objectContaining({ kind: "closed", reason: "outside_hours" }),
        {
          kind: "window",
          start: wednesday("09:00").toISOString(),
          end: wednesday("16:10").toISOString(),
          business_seconds: 430 * 60,
        },
      ],
    })
  })

  it("counts to a limit that was shortened below what had been used", async () => {
    const id = await opened(monday("09:00"))
    await attempt(id, "reached", monday("09:05"))
    await send(id, "wait", monday("10:30"), {
      until: monday("12:00").toISOString(),
    })
    await send(id, "resume", monday("12:00"))
    shop.clock.set(monday("13:00"))
    await changeConfirm(shop, { resolution_limit_minutes: 60 })
    await shop.tick()

    expect(await explained(id)).toMatchObject({
      from: monday("09:00").toISOString(),
      at: monday("10:00").toISOString(),
      business_seconds: 3600,
      banked_seconds: 0,
    })
  })

  it("forgets an attempt that was withdrawn", async () => {
    const id = await opened(monday("09:00"))
    const before = await explained(id)
    await attempt(id, "no_answer", monday("09:05"))
    await send(id, "withdraw-attempt", monday("09:06"))

    expect(before).toMatchObject({
      from: monday("09:00").toISOString(),
      business_seconds: 480 * 60,
      banked_seconds: 0,
    })
    expect(await explained(id)).toEqual(before)
  })
}
