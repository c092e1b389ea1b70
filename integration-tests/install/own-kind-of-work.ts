import { copyFileSync } from "node:fs"
import { join } from "node:path"
import type { HttpTypes } from "@medusajs/framework/types"
import type {
  AdminFollowUp,
  AdminFollowUpCallSheetResponse,
  AdminFollowUpDetailResponse,
  AdminFollowUpTaskTypesResponse,
} from "../../src/api/admin/follow-ups/types"
import type { AdminFollowUpScriptVariablesResponse } from "../../src/api/admin/follow-ups/scripts/types"
import type { OpenedFollowUps } from "../../src/workflows"
import { until } from "../shop/until"
import type { Installation } from "./install-plugin"
import type { ShopAtWork } from "./shop-at-work"

const ILL_FITTING = "ill-fitting-extension.ts"

/** `verify_payment` of docs/extending.md, added by files of the store alone. */
export function ownKindOfWork(
  installation: () => Installation,
  shop: () => ShopAtWork
): void {
  let order: HttpTypes.StoreOrder
  let task: AdminFollowUp
  const get = <Answer>(path: string) => shop().sdk.client.fetch<Answer>(path)
  const post = <Answer>(path: string, body: object) =>
    shop().sdk.client.fetch<Answer>(path, { method: "POST", body })

  beforeAll(async () => {
    order = await shop().buy(3, {
      email: "petro@mail.example",
      phone: "067 311 20 01",
    })
    task = await shop().taskOf(order.id, "verify_payment")
  })

  it("opens a task where its own conditions are met", async () => {
    const buyer = { email: "iryna@mail.example", phone: "067 311 20 02" }
    const two = await shop().buy(2, buyer)
    await shop().taskOf(two.id)
    const notTheFirst = await shop().buy(3, buyer)
    await shop().taskOf(notTheFirst.id)

    expect(task).toMatchObject({
      status: "open",
      order_display_id: order.display_id,
      allowed_outcomes: ["paid", "not_paid"],
      reached_outcomes: ["paid", "not_paid"],
    })
    for (const { id: order_id } of [two, notTheFirst]) {
      expect(
        (await shop().tasks({ order_id })).map(({ type }) => type)
      ).toEqual(["confirm_order"])
    }
  })

  it("fills in its script, and shows its section on the sheet", async () => {
    const { call_sheet } = await get<AdminFollowUpCallSheetResponse>(
      `/admin/follow-ups/${task.id}/call-sheet?locale=uk`
    )
    const reference = `PAY-${order.display_id}`

    // What else the customer has open is on the sheet, too.
    expect(call_sheet.tasks[0]).toMatchObject({
      follow_up: { id: task.id },
      script: `Вітаю! Чи оплатили ви замовлення ${order.display_id}? Вкажіть, будь ласка, призначення ${reference}.`,
    })
    expect(call_sheet.sections).toContainEqual({
      kind: "verify_payment",
      section: "facts",
      key: task.id,
      task_ids: [task.id],
      data: {
        title: { en: "Payment", uk: "Оплата" },
        facts: [
          {
            label: { en: "Reference", uk: "Призначення" },
            value: { kind: "text", text: reference },
          },
          {
            label: { en: "Days overdue", uk: "Днів прострочено" },
            value: { kind: "text", text: "0" },
          },
        ],
      },
    })
  })

  it("offers its script variable to those who write scripts", async () => {
    const { variables } = await get<AdminFollowUpScriptVariablesResponse>(
      "/admin/follow-ups/scripts/variables"
    )

    expect(variables).toContainEqual({
      name: "payment.reference",
      example: "PAY-1042",
      kind: "text",
    })
  })

  it("is named in the languages of the store, its outcomes too", async () => {
    const { task_types } = await get<AdminFollowUpTaskTypesResponse>(
      "/admin/follow-ups/task-types"
    )

    expect(
      task_types.find(({ type }) => type === "verify_payment")
    ).toMatchObject({
      kind: "verify_payment",
      label: { en: "Verify the payment", uk: "Перевірити оплату" },
      enabled: true,
      outcomes: [
        {
          outcome: "paid",
          label: { en: "Paid", uk: "Оплачено" },
          group: "reached",
          asks: [{ field: "receipt", kind: "text", is_required: true }],
        },
        {
          outcome: "not_paid",
          label: { en: "Not paid", uk: "Не оплачено" },
          group: "reached",
          asks: [],
        },
      ],
    })
  })

  it("asks for what its outcome needs, and tells the store how it ended", async () => {
    const complete = `/admin/follow-ups/${task.id}/complete`

    expect(await shop().refusalOf(complete, { outcome: "paid" })).toMatchObject(
      {
        status: 400,
        body: {
          type: "not_allowed",
          code: "answer_missing",
          path: ["answers", "receipt"],
          values: { name: "receipt", outcome: "paid" },
        },
      }
    )
    const answers = { receipt: "R-77" }
    await post(complete, { outcome: "paid", answers })
    const { follow_up, activities } = await get<AdminFollowUpDetailResponse>(
      `/admin/follow-ups/${task.id}`
    )

    expect(follow_up).toMatchObject({ status: "completed", outcome: "paid" })
    expect(activities).toContainEqual(
      expect.objectContaining({
        kind: "completed",
        data: expect.objectContaining({ answers }),
      })
    )
    await until(async () => {
      const { metadata } = (await shop().sdk.admin.order.retrieve(order.id))
        .order
      return metadata?.payment === "paid" && metadata.on_hold === false
    })
  })

  it("opens a task by its own trigger, and again by its key", async () => {
    const overdue = (days: number) =>
      post<OpenedFollowUps>("/admin/payment-overdue", {
        order_id: order.id,
        days,
      })
    const { ids, not_opened } = await overdue(3)
    const [id] = ids

    expect({ ids, not_opened }).toEqual({
      ids: [expect.any(String)],
      not_opened: [],
    })
    expect(await overdue(4)).toMatchObject({
      ids: [],
      not_opened: [{ index: 0, reason: "known_key" }],
    })
    const reason = "paid_on_delivery"
    await post(`/admin/follow-ups/${id}/cancel`, { reason })
    expect(await overdue(5)).toEqual({
      ids: [],
      reopened_ids: [id],
      not_opened: [],
    })
    const [reopened] = (await shop().tasks({ order_id: order.id })).filter(
      (task) => task.id === id
    )

    expect(reopened).toMatchObject({
      type: "verify_payment",
      status: "open",
      data: { days: 5 },
    })
  })

  it("is checked against the types of the package", async () => {
    const { store } = installation()
    copyFileSync(join(__dirname, ILL_FITTING), join(store.folder, ILL_FITTING))

    await store.checkTypes()
  })
}
