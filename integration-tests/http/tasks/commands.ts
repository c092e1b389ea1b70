import { placedOnce } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"

export function commands(shop: TestShop): void {
  const placed = placedOnce(shop)
  const command = (path: string, body: object = {}, agent = shop.agent()) =>
    shop.post(`/admin/follow-ups/${placed().task.id}/${path}`, body, agent)
  const history = async () =>
    (await shop.get(`/admin/follow-ups/${placed().task.id}`).expect(200)).body
  const refused = (
    message: string,
    code: string,
    values: object = {},
    path: string[] = []
  ) => ({ type: "not_allowed", code, message, path, values })

  it("lets one of two who claim at once have it, and tells the other who", async () => {
    const [first, second] = [shop.agent(1), shop.agent(2)]
    const answers = await Promise.all([
      command("claim", {}, first),
      command("claim", {}, second),
    ])
    const [won, lost] = answers.sort((a, b) => a.status - b.status)

    expect(won?.status).toBe(200)
    expect(lost?.status).toBe(400)
    const { name } = won?.body.follow_up.assignee
    expect([first.name, second.name]).toContain(name)
    expect(lost?.body).toEqual(
      refused(`This task was already claimed by ${name}`, "already_claimed", {
        assignee: name,
      })
    )
  })

  it("gives a task to somebody, and to nobody again", async () => {
    const to = shop.agent(1)
    const given = await command("assign", { assignee_id: to.id }).expect(200)
    expect(given.body.follow_up.assignee).toMatchObject({ name: to.name })
    const freed = await command("assign", { assignee_id: null }).expect(200)
    expect(freed.body.follow_up.assignee).toBeNull()
    const unknown = await command("assign", { assignee_id: "user_x" })
    expect(unknown.status).toBe(404)
    expect(unknown.body).toEqual({
      type: "not_found",
      code: "user_not_found",
      message: "User with id: user_x was not found",
      path: ["assignee_id"],
      values: { id: "user_x" },
    })
  })

  it("records that nobody answered, and waits half a business hour", async () => {
    shop.clock.set("2030-01-08T08:00:00Z")
    const { body } = await command("attempts", {
      channel: "phone",
      outcome: "no_answer",
    }).expect(200)

    expect(body.follow_up).toMatchObject({
      status: "waiting",
      waiting_reason: "next_attempt",
      waiting_until: "2030-01-08T08:30:00.000Z",
      responded_at: "2030-01-08T08:00:00.000Z",
      first_contact_at: null,
      attempt_count: 1,
      assignee: { name: shop.agent().name },
    })
  })

  it("completes with the call in which the customer confirmed", async () => {
    const { body } = await command("attempts", {
      channel: "phone",
      outcome: "reached",
      complete_with: "confirmed",
    }).expect(200)

    expect(body.follow_up).toMatchObject({
      status: "completed",
      outcome: "confirmed",
      first_contact_at: expect.any(String),
      timer: { state: "stopped" },
    })
  })

  it("calls back when the customer asked for it", async () => {
    shop.clock.set("2030-01-08T08:00:00Z")
    const call_back_at = "2030-01-08T15:30:00.000Z"
    const { body } = await command("attempts", {
      channel: "phone",
      outcome: "call_back_later",
      call_back_at,
    }).expect(200)
    expect(body.follow_up).toMatchObject({
      waiting_until: call_back_at,
      waiting_reason: "call_back",
      first_contact_at: "2030-01-08T08:00:00.000Z",
    })
    const missing = await command("attempts", {
      channel: "phone",
      outcome: "call_back_later",
    })
    expect(missing.status).toBe(400)
    expect(missing.body).toEqual(
      refused(
        'call_back_at is missing: outcome "call_back_later" needs the time that the customer named',
        "call_back_missing",
        {},
        ["call_back_at"]
      )
    )
  })

  it("waits, resumes, completes and reopens", async () => {
    shop.clock.set("2030-01-08T08:00:00Z")
    const until = "2030-01-09T08:00:00.000Z"
    const waiting = await command("wait", { until, reason: "customer_reply" })
    expect(waiting.body.follow_up).toMatchObject({
      status: "waiting",
      waiting_until: until,
    })
    const past = await command("wait", { until: "2029-01-01T00:00:00Z" })
    expect(past.status).toBe(400)
    expect(past.body).toEqual(
      refused(
        "until was 2029-01-01T00:00:00.000Z, which has passed; it may be any later time within a year",
        "wait_passed",
        { at: "2029-01-01T00:00:00.000Z" },
        ["until"]
      )
    )
    const resumed = await command("resume").expect(200)
    expect(resumed.body.follow_up.status).toBe("open")
    const completed = await command("complete", { outcome: "changed" })
    expect(completed.body.follow_up).toMatchObject({
      status: "completed",
      outcome: "changed",
    })
    const reopened = await command("reopen", { note: "Called again" })
    expect(reopened.body.follow_up).toMatchObject({
      status: "open",
      outcome: null,
    })
  })

  it("takes back a call that was recorded by mistake, and says so in the history", async () => {
    shop.clock.set("2030-01-08T08:00:00Z")
    const before = placed().task
    const call = { channel: "phone", outcome: "wrong_number" }
    await command("attempts", call).expect(200)
    const { message } = (
      await command("withdraw-attempt", {}, shop.agent(1)).expect(400)
    ).body
    expect(message).toBe(
      `The last attempt was recorded by ${shop.agent().name}, who alone may withdraw it`
    )
    const { body } = await command("withdraw-attempt").expect(200)

    expect(body.follow_up).toMatchObject({
      status: "open",
      attempt_count: 0,
      responded_at: null,
      assignee: null,
      response_target_at: before.response_target_at,
      response_limit_at: before.response_limit_at,
    })
    const { attempts, activities } = await history()
    expect(attempts).toEqual([])
    expect(activities[0]).toMatchObject({
      kind: "withdrawn",
      data: call,
      actor: { name: shop.agent().name },
    })
    const { call_sheet } = (
      await shop.get(`/admin/follow-ups/${before.id}/call-sheet`).expect(200)
    ).body
    expect(call_sheet).toMatchObject({ attempts: [], phone_was_wrong: false })
  })

  it("cancels with a reason, after which an attempt is refused", async () => {
    const { body } = await command("cancel", { reason: "duplicate" })
    expect(body.follow_up).toMatchObject({
      status: "canceled",
      cancel_reason: "duplicate",
    })
    const attempt = await command("attempts", {
      channel: "phone",
      outcome: "busy",
    })
    expect(attempt.status).toBe(400)
    expect(attempt.body).toEqual(
      refused(
        "This task is canceled and cannot be attempted; reopen it first",
        "task_closed",
        { status: "canceled", attempted: "attempted" }
      )
    )
  })

  it("refuses an outcome that the type does not have", async () => {
    const { status, body } = await command("complete", { outcome: "sold" })

    expect(status).toBe(400)
    expect(body).toEqual(
      refused(
        'outcome was "sold"; a confirm_order task may end with "confirmed", "changed", "declined", "unreachable"',
        "outcome_not_of_type",
        {
          outcome: "sold",
          type: "confirm_order",
          allowed: ["confirmed", "changed", "declined", "unreachable"],
        },
        ["outcome"]
      )
    )
  })

  it("refuses another outcome once it has one", async () => {
    await command("complete", { outcome: "confirmed" }).expect(200)
    await command("complete", { outcome: "confirmed" }).expect(200)
    const { status, body } = await command("complete", { outcome: "declined" })

    expect(status).toBe(400)
    expect(body).toEqual(
      refused(
        'This task is already completed with "confirmed"; reopen it to give another outcome',
        "completed_otherwise",
        { outcome: "confirmed" }
      )
    )
  })

  it("keeps the note of a second completion, and says which number it has", async () => {
    const again = { outcome: "confirmed", note: "Gate code 12" }
    await command("complete", { outcome: "confirmed" }).expect(200)
    await command("complete", again).expect(200)
    await command("complete", again).expect(200)
    const { activities } = await history()
    expect(
      activities.filter(({ kind }: { kind: string }) => kind === "noted")
    ).toMatchObject([{ data: { note: "Gate code 12" } }])

    const phone = "050 765 43 21"
    const { status, body } = await command("complete", { ...again, phone })
    expect(status).toBe(400)
    expect(body).toEqual(
      refused(
        `phone was "${phone}", but this task is already completed with "067 123 45 67"; reopen it to give another number`,
        "completed_with_number",
        { was: phone, phone: "067 123 45 67" },
        ["phone"]
      )
    )
  })

  it("changes nothing when the same command comes again", async () => {
    for (const [path, body] of [
      ["claim", {}],
      ["notes", { note: "Rings twice" }],
      ["attempts", { channel: "phone", outcome: "no_answer" }],
      ["cancel", { reason: "other" }],
    ] as const) {
      await command(path, body).expect(200)
      const once = await history()
      await command(path, body).expect(200)
      const { activities, attempts, follow_up } = await history()
      expect([path, activities, attempts]).toEqual([
        path,
        once.activities,
        once.attempts,
      ])
      expect(follow_up.updated_at).toBe(once.follow_up.updated_at)
    }
  })

  it("changes nothing when the same Idempotency-Key comes again", async () => {
    const send = (note: string) =>
      command("notes", { note }).set("Idempotency-Key", "key-1")
    await Promise.all([send("Rings"), send("Rings"), send("Rings")])
    shop.clock.advance(60 * 24)
    await send("Rings").expect(200)
    const noted = (await history()).activities.filter(
      ({ kind }: { kind: string }) => kind === "noted"
    )
    const other = await send("Something else")

    expect(noted).toHaveLength(1)
    expect(other.status).toBe(400)
    expect(other.body).toEqual(
      refused(
        'Idempotency-Key "key-1" was already used for another command on this task; send a new key',
        "key_used_otherwise",
        { key: "key-1" }
      )
    )
  })
}
