import type {
  DeliveryWindowModuleService,
  Report,
  Window,
} from "../../src/modules/delivery-window"

/** By the clocks of Kyiv, on the day of the window. */
export function followingCouriers(
  service: () => DeliveryWindowModuleService,
  /** A window from 14:00 to 16:00, Kyiv. */
  makeWindow: () => Promise<Window>
): void {
  let window: Window
  let day: string

  beforeEach(async () => {
    window = await makeWindow()
    day = window.local_date
  })

  const at = (time: string) => new Date(`${day}T${time}:00+02:00`)
  const judging = (time: string) => ({
    now: at(time),
    ahead_ms: at(time).getTime() - Date.now(),
    minutes_before: 30,
  })
  let count = 0
  const report = (more: Partial<Report>): Report => ({
    message_id: `msg_${++count}`,
    source: "webhook",
    order_id: "order_1",
    tracking_number: null,
    kind: "eta",
    observed_at: at("15:10"),
    expected_at: null,
    delivered_at: null,
    reason: null,
    proof: null,
    ...more,
  })
  const eta = (observed: string, expected: string) =>
    report({ observed_at: at(observed), expected_at: at(expected) })
  const delivered = (observed: string) =>
    report({ kind: "delivered", observed_at: at(observed) })

  const book = async (order_id = "order_1") =>
    await service().book(
      {
        window_id: window.id,
        order_id,
        units: 1,
        agreed_by: "agent",
        actor_id: "user_1",
      },
      judging("09:00").ahead_ms
    )
  /** To the next window of its template. */
  const move = async (booking_id: string, time: string) => {
    const [other] = (
      await service().listWindows({ template_ids: [window.template_id] })
    ).filter(({ id }) => id !== window.id)
    await moveTo(other?.id ?? "", booking_id, time)
  }
  const moveTo = async (window_id: string, booking_id: string, time: string) =>
    await service().move(
      {
        booking_id,
        window_id,
        units: 1,
        agreed_by: "agent",
        actor_id: "user_1",
      },
      judging(time).ahead_ms
    )
  const booking = async (order_id = "order_1") =>
    (await service().readBookings({ order_ids: [order_id] }))[0]
  const take = async (given: Report, now: string) =>
    await service().takeReport(given, judging(now))
  const promiseAgreed = async () =>
    await service().promiseAgreed(60, at("09:00"))
  /** All waiting messages leave. */
  const tellAll = async (now: string) => {
    const names: string[] = []
    for (const { id, name, data } of await service().takeMessages(
      50,
      at(now)
    )) {
      names.push(name)
      await service().markTold({
        id: String(data.promise_id),
        channel: "sms",
        at: at(now),
      })
      await service().forgetMessages([id])
    }
    return names
  }
  const promises = async () =>
    (await service().readPromises("order_1"))
      .map(({ kind, kept }) => `${kind} ${kept}`)
      .reverse()

  it("follow the newest report, whatever came first, and keep the fact of how late", async () => {
    await book()
    await promiseAgreed()
    expect(await take(eta("15:10", "16:25"), "15:10")).toMatchObject({
      outcome: "taken",
      is_news: true,
    })
    expect(await booking()).toMatchObject({
      status: "late",
      expected_at: at("16:25"),
    })
    expect(await tellAll("15:10")).toEqual(["agreed", "late"])
    await take(eta("15:30", "16:40"), "15:30")
    expect((await booking())?.expected_at).toEqual(at("16:40"))
    expect(await tellAll("15:30")).toEqual(["late"])

    const old = await take(eta("15:20", "16:25"), "15:31")
    expect(old).toMatchObject({ outcome: "taken", is_news: false })
    expect((await booking())?.expected_at).toEqual(at("16:40"))

    await take(delivered("16:31"), "16:32")
    expect(await booking()).toMatchObject({
      status: "delivered",
      late_minutes: 31,
      delivered_at: at("16:31"),
    })
    expect(await promises()).toEqual([
      "agreed false",
      "late false",
      "late true",
    ])
  })

  it("end at the same of two reports that were seen at the same moment, whichever came first", async () => {
    const seen = async (order_id: string, ...ids: ("a" | "b")[]) => {
      await book(order_id)
      for (const id of ids) {
        await take(
          report({
            order_id,
            message_id: `${order_id}_${id}`,
            expected_at: at(id === "a" ? "16:25" : "16:40"),
          }),
          "15:10"
        )
      }
      return (await booking(order_id))?.expected_at
    }
    expect(await seen("order_1", "a", "b")).toEqual(at("16:40"))
    expect(await seen("order_2", "b", "a")).toEqual(at("16:40"))
  })

  it("say nothing more of what was delivered, but may bring the proof of it", async () => {
    const { booking: made } = await book()
    await take(delivered("15:30"), "15:30")
    expect(await take(eta("15:40", "17:00"), "15:40")).toMatchObject({
      outcome: "taken",
      is_news: false,
    })
    const failed = report({ kind: "attempt_failed", observed_at: at("15:45") })
    expect(await take(failed, "15:45")).toMatchObject({ is_news: false })
    const proof = "https://courier.example/proof/1"
    const proven = report({
      kind: "delivered",
      observed_at: at("15:50"),
      proof,
    })
    expect(await take(proven, "15:50")).toMatchObject({ is_news: true })
    expect(await booking()).toMatchObject({
      status: "delivered",
      delivered_at: at("15:30"),
      late_minutes: 0,
      expected_at: null,
    })
    const history = await service().readBookingHistory(made?.id ?? "")
    expect(history.map(({ kind, data }) => [kind, data.proof])).toEqual([
      ["booked", undefined],
      ["delivered", undefined],
      ["proof", proof],
    ])
  })

  it("are a delivery with its proof although no courier named a time", async () => {
    const { booking: made } = await book()
    await promiseAgreed()
    await take(
      report({ kind: "delivered", observed_at: at("14:20"), proof: "POD-7" }),
      "14:21"
    )
    expect(await booking()).toMatchObject({
      status: "delivered",
      delivered_at: at("14:20"),
      late_minutes: 0,
    })
    expect(
      (await service().readBookingHistory(made?.id ?? "")).at(-1)
    ).toMatchObject({ kind: "delivered", data: { proof: "POD-7" } })
    expect(await promises()).toEqual(["agreed true"])
  })

  it("break the promise, and are not late, where the courier came before the window", async () => {
    await book()
    await promiseAgreed()
    await take(delivered("13:20"), "13:21")
    expect(await booking()).toMatchObject({
      status: "delivered",
      late_minutes: 0,
    })
    expect(await promises()).toEqual(["agreed false"])
  })

  it("are kept, and change nothing, where the order has no place in a window any more", async () => {
    const { booking: made } = await book()
    await service().release(
      { booking_id: made?.id ?? "", reason: "wish", actor_id: null },
      judging("12:00").ahead_ms
    )
    const none = { outcome: "taken", booking_id: null, is_news: false }
    expect(await take(eta("15:10", "16:25"), "15:10")).toEqual(none)
    expect(await take(delivered("15:20"), "15:20")).toEqual(none)
    const unbooked = report({ order_id: "order_2", expected_at: at("16:25") })
    expect(await take(unbooked, "15:10")).toEqual(none)
    expect((await booking())?.status).toBe("released")
    expect(await tellAll("15:20")).toEqual([])
  })

  it("let a booking move whose report arrives at the same time", async () => {
    for (let round = 0; round < 5; round++) {
      const order_id = `order_${round}`
      const { booking: made } = await book(order_id)
      const late = report({
        order_id,
        observed_at: at("11:00"),
        expected_at: at("16:25"),
      })
      const taken = async () => {
        try {
          await take(late, "12:00")
        } catch {
          // It found the booking on its way, and its sender sends it again.
          await take(late, "12:01")
        }
      }
      await Promise.all([taken(), move(made?.id ?? "", "12:00")])
      expect(await booking(order_id)).toMatchObject({
        status: "confirmed",
        expected_at: null,
        late_minutes: null,
      })
      expect((await booking(order_id))?.window_id).not.toBe(window.id)
    }
  })

  it("tell that there is no delivery to whoever was sent one, although the next was not told yet", async () => {
    const { booking: made } = await book()
    const booking_id = made?.id ?? ""
    await promiseAgreed()
    expect(await tellAll("09:00")).toEqual(["agreed"])
    await move(booking_id, "09:20")
    await promiseAgreed()
    // The message about the second window has not left.
    await service().release(
      { booking_id, reason: "wish", actor_id: null },
      judging("09:21").ahead_ms
    )
    await promiseAgreed()
    await promiseAgreed()
    const messages = await service().takeMessages(50, at("09:22"))
    const canceled = messages.filter(({ name }) => name === "canceled")
    expect(canceled).toHaveLength(1)
    const told = await service().readToTell(
      String(canceled[0]?.data.promise_id)
    )
    // The calendar takes it out by its number, which is above that of what it has.
    expect(told?.promised).toMatchObject({ kind: "agreed", sequence: 2 })
  })

  it("take a report once, and no other one under its id", async () => {
    await book()
    const first = eta("15:10", "16:25")
    await take(first, "15:10")

    expect(await take(first, "15:12")).toMatchObject({ outcome: "repeated" })
    expect(
      await take({ ...first, expected_at: at("17:00") }, "15:12")
    ).toMatchObject({ outcome: "contradicts" })
    expect((await booking())?.expected_at).toEqual(at("16:25"))
    const twice = delivered("15:50")
    const both = await Promise.all([take(twice, "15:51"), take(twice, "15:51")])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual([
      "repeated",
      "taken",
    ])
  })

  it("say nothing new by a state that is told again, only later", async () => {
    const state = (kind: Report["kind"], observed: string) =>
      report({
        source: "nova_poshta",
        tracking_number: "20450000000001",
        kind,
        observed_at: at(observed),
        is_state: true,
      })
    await book()
    await take(state("on_the_way", "14:10"), "14:10")
    expect(await take(state("on_the_way", "14:20"), "14:20")).toMatchObject({
      outcome: "repeated",
      is_news: false,
    })
    await take(state("attempt_failed", "15:00"), "15:00")
    expect((await booking())?.status).toBe("missed")

    // The customer agrees on another window, and the carrier updates the parcel.
    await service().book(
      {
        window_id: window.id,
        order_id: "order_1",
        units: 1,
        agreed_by: "agent",
        actor_id: "user_1",
      },
      judging("13:00").ahead_ms
    )
    expect(await take(state("attempt_failed", "15:20"), "15:20")).toMatchObject(
      {
        outcome: "repeated",
      }
    )
    expect(
      (await service().readBookings({ order_ids: ["order_1"] })).map(
        ({ status }) => status
      )
    ).toEqual(["missed", "confirmed"])
    // The next visit is one, and so is that nobody opens again.
    expect(await take(state("on_the_way", "15:30"), "15:30")).toMatchObject({
      outcome: "taken",
      is_news: true,
    })
    expect(await take(state("attempt_failed", "15:40"), "15:40")).toMatchObject(
      {
        outcome: "taken",
        is_news: true,
      }
    )
  })

  it("give the place back when nobody was at home, and take it again from nobody", async () => {
    await book()
    await take(
      report({
        kind: "attempt_failed",
        observed_at: at("15:00"),
        reason: "no answer",
      }),
      "15:00"
    )

    expect((await booking())?.status).toBe("missed")
    const counted = async () =>
      (await service().listWindows({ window_ids: [window.id] }))[0]?.booked
    expect(await counted()).toBe(0)
    await take(eta("15:20", "15:40"), "15:20")
    expect((await booking())?.status).toBe("missed")
    await take(delivered("15:45"), "15:46")
    expect(await booking()).toMatchObject({
      status: "delivered",
      late_minutes: 0,
    })
  })

  it("give the place of one who was not at home back once, also if it is given up then", async () => {
    const { booking: made } = await book()
    await book("order_2")
    const failed = report({ kind: "attempt_failed", observed_at: at("15:00") })
    await take(failed, "15:00")
    await service().release(
      { booking_id: made?.id ?? "", reason: "wish", actor_id: null },
      judging("15:10").ahead_ms
    )
    const [now] = await service().listWindows({ window_ids: [window.id] })
    expect(now?.booked).toBe(1)
  })

  it("are due at the end of the window, and then in the backlog", async () => {
    await book()
    const [booking_id = ""] = await promiseAgreed()
    await service().followTime(booking_id, judging("09:00"))
    expect(await service().listDue(10, at("15:59"))).toEqual([])
    expect(await service().listDue(10, at("16:00"))).toEqual([booking_id])
    const before = await service().readDelay(booking_id)

    await service().followTime(booking_id, judging("16:00"))
    const after = await service().readDelay(booking_id)
    expect(after?.is_past).toBe(true)
    expect(after?.version).toBe((before?.version ?? 0) + 1)
    expect(await service().listDelaysToSync(10, at("16:00"))).toEqual([
      booking_id,
    ])
    const backlog = async (time: string) =>
      (await service().readBacklog(10, judging(time).ahead_ms)).count
    expect(await backlog("15:59")).toBe(0)
    expect(await backlog("16:01")).toBe(1)
    await take(eta("16:05", "16:30"), "16:05")
    expect(await backlog("16:10")).toBe(0)
    expect(await backlog("16:31")).toBe(1)
  })

  it("tell that the courier is near when the time comes, once", async () => {
    await book()
    const [booking_id = ""] = await promiseAgreed()
    await take(eta("14:00", "15:50"), "14:00")
    expect(await tellAll("14:01")).toEqual(["agreed", "on_the_way"])

    expect(await service().listDue(10, at("15:19"))).toEqual([])
    expect(await service().listDue(10, at("15:20"))).toEqual([booking_id])
    await service().followTime(booking_id, judging("15:20"))
    await service().followTime(booking_id, judging("15:25"))
    expect(await tellAll("15:25")).toEqual(["minutes"])
  })

  it("are due although whoever noticed what was agreed on did nothing more", async () => {
    await book()
    const [booking_id = ""] = await promiseAgreed()
    expect(await service().listDue(10, at("09:00"))).toEqual([booking_id])
  })

  it("have the tasks of a late booking looked at once it is moved, and once it is released", async () => {
    await book()
    const [booking_id = ""] = await promiseAgreed()
    await take(eta("09:10", "16:25"), "09:10")
    const synced = async () => {
      const delay = await service().readDelay(booking_id)
      expect(await service().listDelaysToSync(10, at("16:00"))).toEqual([
        booking_id,
      ])
      await service().markDelaySynced({
        booking_id,
        version: delay?.version ?? 0,
      })
      expect(await service().listDelaysToSync(10, at("16:00"))).toEqual([])
    }
    await synced()
    await move(booking_id, "09:20")
    await promiseAgreed()
    await synced()
    await service().followTime(booking_id, judging("09:21"))
    await service().release(
      { booking_id, reason: "wish", actor_id: "user_1" },
      judging("09:30").ahead_ms
    )
    await promiseAgreed()
    await synced()
  })

  it("let others follow the time first when one of them cannot", async () => {
    await book()
    await book("order_2")
    const [first = "", second] = await promiseAgreed()
    await service().postponeDue(first, at("09:00"))
    expect(await service().listDue(10, at("09:00"))).toEqual([second])
    expect(await service().listDue(10, at("09:01"))).toEqual([second, first])
  })

  it("are made tasks although others fail again and again, and those are retried ever more seldom", async () => {
    const { booking: failing } = await book()
    await book("order_2")
    await take(eta("15:10", "16:25"), "15:10")
    await take(
      report({ order_id: "order_2", expected_at: at("16:25") }),
      "15:10"
    )
    const ids = async (time: string, limit = 1) =>
      await service().listDelaysToSync(limit, at(time))
    const id = failing?.id ?? ""
    await service().keepFailedDelay(id, at("15:10"))
    await service().keepFailedDelay(id, at("15:14"))

    const other = (await booking("order_2"))?.id
    expect(await ids("15:15")).toEqual([other])
    expect(await ids("15:19")).toEqual([other, id])
    expect(await service().readHealth(at("15:19"))).toMatchObject({
      failing_records: 1,
      oldest_failing_seconds: 540,
    })
    await service().markDelaySynced({ booking_id: id, version: null })
    expect(await ids("15:19", 10)).toEqual([other])
  })

  it("do not count for a booking that was agreed on since, unless it was brought", async () => {
    await book()
    const [booking_id = ""] = await promiseAgreed()
    await move(booking_id, "12:00")

    const failed = report({ kind: "attempt_failed", observed_at: at("11:50") })
    expect(await take(failed, "12:05")).toMatchObject({ is_news: false })
    expect(await take(eta("11:55", "12:30"), "12:05")).toMatchObject({
      is_news: false,
    })
    expect(await booking()).toMatchObject({
      status: "confirmed",
      expected_at: null,
    })
    await take(delivered("11:58"), "12:06")
    expect((await booking())?.status).toBe("delivered")
  })

  it("still count after a move that is taken back at once", async () => {
    const { booking: booked } = await book()
    const booking_id = booked?.id ?? ""
    await take(eta("09:10", "15:25"), "09:10")
    const follow = async (time: string) => {
      await service().followTime(booking_id, judging(time))
      return (await booking())?.expected_at
    }
    for (const minute of [20, 30]) {
      await move(booking_id, `09:${minute}`)
      expect(await follow(`09:${minute}`)).toBeNull()
      await moveTo(window.id, booking_id, `09:${minute + 1}`)
      expect(await follow(`09:${minute + 1}`)).toEqual(at("15:25"))
    }

    await move(booking_id, "09:40")
    await follow("09:40")
    await moveTo(window.id, booking_id, "09:45")
    expect(await follow("09:45")).toBeNull()
  })

  it("promise a window again when the customer takes another, and end the old promise", async () => {
    await book()
    const [booking_id = ""] = await promiseAgreed()
    expect(await promiseAgreed()).toEqual([])
    await take(eta("09:10", "16:25"), "09:10")
    await move(booking_id, "09:20")
    expect(await promiseAgreed()).toEqual([booking_id])

    const [late, second, first] = [
      ...(await service().readPromises("order_1")),
    ].sort((a, b) => a.kind.localeCompare(b.kind) * -1)
    expect(late).toMatchObject({ kind: "late", replaced_at: at("09:00") })
    expect([first?.sequence, second?.sequence].sort()).toEqual([0, 2])
    // What was expected of the old window says nothing of the new one.
    expect(await service().readDelay(booking_id)).toMatchObject({
      status: "confirmed",
      seen: { expected_at: null, observed_at: at("09:10") },
    })
  })
}
