import type { PlaybookDefinition } from "../../../src/api/admin/follow-ups/playbooks/types"
import { placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { PLAYBOOKS, playbookRoutes } from "./playbook-routes"
import { refused } from "../refused"

export function refusedPlaybooks(shop: TestShop): void {
  const { list, ofType, standard, update } = playbookRoutes(shop)

  /** Checks an update, a dry run and a creation. */
  const refusedEverywhere = async (
    id: string,
    definition: object,
    answerOf: object
  ) => {
    for (const answer of [
      await shop.post(`${PLAYBOOKS}/${id}`, { definition }),
      await shop.post(`${PLAYBOOKS}/${id}?dry_run=true`, { definition }),
      await shop.post(PLAYBOOKS, {
        definition,
        name: "New",
        type: "confirm_order",
      }),
    ]) {
      expect([answer.status, answer.body]).toEqual([400, answerOf])
    }
  }

  it("is said field by field, and changes nothing", async () => {
    const { id, definition } = await standard()
    const before = await list()
    for (const [set, message, code, path, values] of [
      [
        { response_target_minutes: 0 },
        "response_target_minutes was 0; it must be a whole number of business minutes from 1 to 527040",
        "minutes_out_of_range",
        ["response_target_minutes"],
        { was: 0, min: 1, max: 527_040 },
      ],
      [
        {
          escalation: [
            {
              id: "late",
              relative_to: "response_limit",
              offset_minutes: 1.5,
              action: { kind: "emit_event", event: "shop.order_late" },
            },
          ],
        },
        "escalation[0].offset_minutes was 1.5; it must be a whole number of business minutes from -527040 to 527040",
        "minutes_out_of_range",
        ["escalation", 0, "offset_minutes"],
        { was: 1.5, min: -527_040, max: 527_040 },
      ],
      [
        {
          safe_orders: {
            enabled: true,
            checks: ["paid"],
            totals_below: {},
            audit_percent: 10,
          },
        },
        "safe_orders.totals_below is empty; it must have an amount for one currency at least while safe orders are on: without one, no order is safe",
        "safe_orders_without_amount",
        ["safe_orders", "totals_below"],
        {},
      ],
      [
        { calendar_id: "fucal_none" },
        'calendar_id was "fucal_none"; it must be the id of a business calendar of the shop, or null',
        "unknown_calendar",
        ["calendar_id"],
        { was: "fucal_none" },
      ],
      [
        { scripts: { uk: "Вітаю,\n{{ customer.nam }}!" } },
        "scripts.uk is broken in line 2, column 4: customer.nam is not a variable; customer has name, first_name, phone, local_time, local_hour",
        "script_unknown_variable",
        ["scripts", "uk"],
        {
          line: 2,
          column: 4,
          name: "customer.nam",
          reason:
            "customer.nam is not a variable; customer has name, first_name, phone, local_time, local_hour",
        },
      ],
      [
        { scripts: { en: "{% if agent %}Hello" } },
        "scripts.en is broken in line 1, column 1: tag {% if agent %} not closed",
        "script_broken_tag",
        ["scripts", "en"],
        {
          line: 1,
          column: 1,
          name: "if",
          reason: "tag {% if agent %} not closed",
        },
      ],
      [
        { colour: "red" },
        "colour is not a field of a playbook",
        "unknown_field",
        ["colour"],
        { what: "playbook" },
      ],
      [
        { priority: "huge" },
        'priority was "huge"; it must be one of low, normal, high, urgent',
        "not_one_of",
        ["priority"],
        { was: "huge", allowed: ["low", "normal", "high", "urgent"] },
      ],
    ] as const) {
      await refusedEverywhere(
        id,
        { ...definition, ...set },
        {
          type: "invalid_data",
          code,
          message,
          path: ["definition", ...path],
          values,
        }
      )
    }
    expect(await list()).toEqual(before)
  })

  it("is told with all that is wrong with it", async () => {
    const { id, definition } = await standard()
    const { body } = await shop
      .post(`${PLAYBOOKS}/${id}`, {
        definition: {
          ...definition,
          response_target_minutes: 90,
          calendar_id: "fucal_none",
        },
      })
      .expect(400)

    expect(body).toMatchObject({
      code: "target_above_limit",
      path: ["definition", "response_limit_minutes"],
    })
    expect(body.further).toEqual([
      {
        type: "invalid_data",
        code: "unknown_calendar",
        message:
          'calendar_id was "fucal_none"; it must be the id of a business calendar of the shop, or null',
        path: ["definition", "calendar_id"],
        values: { was: "fucal_none" },
      },
    ])
  })

  it("is a user or a canned answer that there is not", async () => {
    const { id, definition } = await standard()
    const before = await list()
    const USER = "it must be the id of a user of this store"
    const step = (action: object) => ({
      escalation: [
        {
          id: "late",
          relative_to: "response_limit",
          offset_minutes: 0,
          action,
        },
      ],
    })
    const fallback = (fields: object) => ({
      retry: { ...definition.retry, fallback: fields },
    })
    const assignment = {
      ...definition.assignment,
      user_ids: [shop.agent().id, "user_gone"],
    }
    const notify = { kind: "notify", audience: "user", email: false }
    for (const [set, says, path] of [
      [
        { assignment },
        `assignment.user_ids[1] was "user_gone"; ${USER}`,
        ["assignment", "user_ids", 1],
      ],
      [
        step({ ...notify, user_id: "user_gone" }),
        `escalation[0].action.user_id was "user_gone"; ${USER}`,
        ["escalation", 0, "action", "user_id"],
      ],
      [
        step({ kind: "reassign", assignee_id: "user_gone" }),
        `escalation[0].action.assignee_id was "user_gone"; ${USER}`,
        ["escalation", 0, "action", "assignee_id"],
      ],
      [
        fallback({ kind: "hand_over", assignee_id: "user_gone" }),
        `retry.fallback.assignee_id was "user_gone"; ${USER}`,
        ["retry", "fallback", "assignee_id"],
      ],
      [
        fallback({ kind: "message_customer", canned_answer_id: "fuca_gone" }),
        'retry.fallback.canned_answer_id was "fuca_gone"; it must be the id of a canned answer of the shop, or null',
        ["retry", "fallback", "canned_answer_id"],
      ],
    ] as const) {
      const isUser = says.endsWith(USER)
      await refusedEverywhere(
        id,
        { ...definition, ...set },
        {
          type: "invalid_data",
          code: isUser ? "unknown_user" : "unknown_canned_answer",
          message: says,
          path: ["definition", ...path],
          values: { was: isUser ? "user_gone" : "fuca_gone" },
        }
      )
    }
    expect(await list()).toEqual(before)
  })

  it("is nobody whom it named before they were deleted", async () => {
    const { id, definition } = await standard()
    const gone = shop.agent(2)
    const answer = await shop
      .post("/admin/follow-ups/canned-answers", {
        name: "Sorry",
        types: [],
        texts: { en: "We could not reach you" },
      })
      .expect(200)
    const naming: PlaybookDefinition = {
      ...definition,
      assignment: { ...definition.assignment, user_ids: [gone.id] },
      retry: {
        ...definition.retry,
        fallback: {
          kind: "message_customer",
          canned_answer_id: answer.body.canned_answer.id,
        },
      },
    }
    await update(id, { definition: naming })
    await shop.delete(`/admin/users/${gone.id}`).expect(200)

    expect(
      await update(id, { definition: { ...naming, priority: "high" } })
    ).toMatchObject({ definition: { priority: "high" } })
    const task = await taskOf(shop, (await placeOrder(shop)).id)
    expect(task.assignee).toBeNull()
  })

  it("is said of the request itself, too", async () => {
    const { id, definition } = await standard()
    const create = {
      name: "New",
      type: "confirm_order",
      definition,
    }
    for (const [path, body, says, code, field] of [
      [
        "",
        { ...create, name: undefined },
        "Field 'name' is required",
        "field_required",
        "name",
      ],
      ["", { ...create, type: "" }, "type", "too_short", "type"],
      ["", { ...create, colour: "red" }, "colour", "unknown_fields", "colour"],
      [
        "",
        { ...create, type: "feed_the_cat" },
        'type was "feed_the_cat"; it must be one of confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late',
        "not_one_of",
        "type",
      ],
      [
        "",
        { ...create, name: "standard" },
        'name was "standard"; another playbook of this type is called "Standard" already',
        "name_taken",
        "name",
      ],
      [
        "",
        { ...create, definition: undefined },
        "definition is missing",
        "wrong_kind",
        "definition",
      ],
      [`/${id}`, { enabled: "yes" }, "enabled", "wrong_type", "enabled"],
      [`/${id}`, { version: 0 }, "version", "too_small", "version"],
      [`/${id}?dry_run=perhaps`, {}, "dry_run", "not_a_choice", "dry_run"],
      [`/${id}/reset`, { to: "yesterday" }, "to", "unknown_fields", "to"],
      [
        `/${id}/reset?dry_run=perhaps`,
        {},
        "dry_run",
        "not_a_choice",
        "dry_run",
      ],
      [
        "/order",
        { type: "confirm_order" },
        "Field 'ids' is required",
        "field_required",
        "ids",
      ],
    ] as const) {
      const answer = await shop.post(`${PLAYBOOKS}${path}`, body)
      expect([path, body, answer.status, answer.body]).toEqual([
        path,
        body,
        400,
        refused({ says, code, path: [field] }),
      ])
    }
  })

  it("is a trial of what cannot be tried, which changes nothing", async () => {
    const before = await ofType()
    const create = {
      name: "New",
      type: "confirm_order",
      definition: before[0]?.definition,
    }
    const ids = before.map(({ id }) => id)
    for (const [path, body] of [
      ["", create],
      ["/order", { type: "confirm_order", ids }],
    ] as const) {
      const answer = await shop.post(`${PLAYBOOKS}${path}?dry_run=true`, body)
      expect([path, answer.status, answer.body]).toEqual([
        path,
        400,
        {
          type: "invalid_data",
          code: "unknown_fields",
          message: "Invalid request: Unrecognized fields: 'dry_run'",
          path: ["dry_run"],
          values: { fields: "dry_run" },
        },
      ])
    }
    expect(await ofType()).toEqual(before)
  })

  it("is a playbook that there is not", async () => {
    for (const answer of [
      await shop.get(`${PLAYBOOKS}/fuplay_none`),
      await shop.post(`${PLAYBOOKS}/fuplay_none`, { enabled: true }),
      await shop.post(`${PLAYBOOKS}/fuplay_none/reset`),
      await shop.delete(`${PLAYBOOKS}/fuplay_none`),
    ]) {
      expect([answer.status, answer.body]).toEqual([
        404,
        {
          type: "not_found",
          code: "playbook_not_found",
          message: "Playbook with id: fuplay_none was not found",
          path: [],
          values: { id: "fuplay_none" },
        },
      ])
    }
  })
}
