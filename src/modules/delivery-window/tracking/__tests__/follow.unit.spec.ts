import fc from "fast-check"
import type { Promised, PromiseKind } from "../../promises/promise"
import { follow, type Situation } from "../follow"
import { NOTHING_SEEN, type Report, see, type Seen } from "../report"

const at = (time: string) => new Date(`2026-11-27T${time}:00Z`)

const WINDOW = { starts_at: at("14:00"), ends_at: at("16:00") }

let count = 0

const report = (
  kind: Report["kind"],
  observed: string,
  more: Partial<Report> = {}
): Report => ({
  message_id: `msg_${++count}`,
  source: "webhook",
  order_id: "order_1",
  tracking_number: null,
  kind,
  observed_at: at(observed),
  expected_at: null,
  delivered_at: null,
  reason: null,
  proof: null,
  ...more,
})

const eta = (observed: string, expected: string) =>
  report("eta", observed, { expected_at: at(expected) })

const seen = (...reports: Report[]): Seen => reports.reduce(see, NOTHING_SEEN)

const situation = (more: Partial<Situation>): Situation => ({
  status: "confirmed",
  window: WINDOW,
  seen: NOTHING_SEEN,
  promises: [],
  now: at("15:10"),
  minutes_before: 30,
  ...more,
})

const promised = (
  kind: PromiseKind,
  to: string,
  more: Partial<Promised> = {}
): Promised => ({
  id: `dwpro_${kind}_${to}`,
  booking_id: "dwbook_1",
  order_id: "order_1",
  window_id: "dwin_1",
  kind,
  from_at: null,
  to_at: at(to),
  channel: "email",
  told_at: at("15:10"),
  kept: null,
  replaced_at: null,
  message: "sent",
  not_sent: null,
  sequence: 0,
  ...more,
})

describe("what is known after reports", () => {
  it("is the newest observation, in whatever order they arrive", () => {
    const first = eta("15:10", "16:25")
    const second = eta("15:20", "16:40")

    expect(seen(first, second).expected_at).toEqual(at("16:40"))
    expect(seen(second, first)).toEqual(seen(first, second))
    const known = seen(second)
    expect(see(known, first)).toBe(known)
  })

  it("is the same for every order of any reports", () => {
    const forecasts = [
      eta("15:10", "16:25"),
      eta("15:20", "16:40"),
      eta("15:20", "16:45"),
      report("on_the_way", "14:50"),
    ]
    const reports = [
      ...forecasts,
      report("delivered", "16:31", { proof: "https://proof.example/1" }),
      report("delivered", "17:00"),
    ]
    const inAnyOrder = (all: Report[]) =>
      fc.shuffledSubarray(all, { minLength: all.length })

    fc.assert(
      fc.property(inAnyOrder(forecasts), (shuffled) => {
        expect(seen(...shuffled).expected_at).toEqual(at("16:45"))
      })
    )
    fc.assert(
      fc.property(inAnyOrder(reports), (shuffled) => {
        expect(seen(...shuffled).delivered_at).toEqual(at("16:31"))
      })
    )
  })

  it("is that it failed, until the courier names another time", () => {
    const failed = report("attempt_failed", "15:00", { reason: "no answer" })

    expect(seen(failed)).toMatchObject({
      failed_at: at("15:00"),
      failed_reason: "no answer",
    })
    expect(seen(failed, eta("15:20", "15:50")).failed_at).toBeNull()
    expect(seen(eta("15:20", "15:50"), failed).failed_at).toBeNull()
  })
})

describe("a booking", () => {
  it("is late as soon as the courier is expected after its end", () => {
    const { status, tell } = follow(
      situation({ seen: seen(eta("15:10", "16:25")) })
    )

    expect(status).toBe("late")
    expect(tell).toEqual([{ kind: "late", from_at: null, to_at: at("16:25") }])
  })

  it("is in time again if the courier catches up", () => {
    const { status } = follow(
      situation({
        status: "late",
        seen: seen(eta("15:10", "16:25"), eta("15:30", "15:59")),
      })
    )

    expect(status).toBe("confirmed")
  })

  it("was late by whole minutes", () => {
    const late = (observed: string) =>
      follow(situation({ seen: seen(report("delivered", observed)) }))

    expect(late("16:31")).toMatchObject({
      status: "delivered",
      late_minutes: 31,
    })
    expect(late("16:00").late_minutes).toBe(0)
    expect(late("14:20").late_minutes).toBe(0)
  })

  it("that was delivered at a time that nobody told keeps and breaks no promise", () => {
    const told = { promises: [promised("agreed", "16:00")], now: at("16:30") }
    expect(follow(situation(told)).judged).toMatchObject([{ kept: false }])
    expect(follow(situation({ ...told, status: "delivered" }))).toMatchObject({
      status: "delivered",
      late_minutes: null,
      judged: [],
      next_at: null,
    })
  })

  it("stays confirmed past its end, when nobody knows what became of it", () => {
    expect(follow(situation({ now: at("16:00") }))).toMatchObject({
      status: "confirmed",
      is_past: true,
      tell: [],
    })
    expect(follow(situation({ now: at("15:59") }))).toMatchObject({
      is_past: false,
      next_at: at("16:00"),
    })
  })

  it("that was released or missed stays so, unless it was delivered", () => {
    const known = seen(eta("15:10", "15:30"))
    expect(follow(situation({ status: "released", seen: known })).status).toBe(
      "released"
    )
    expect(follow(situation({ status: "missed", seen: known })).status).toBe(
      "missed"
    )
    const delivered = seen(report("delivered", "15:50"))
    expect(
      follow(situation({ status: "missed", seen: delivered })).status
    ).toBe("delivered")
  })
})

describe("the customer", () => {
  it("is told once that the courier is on the way, and once that it is near", () => {
    const known = seen(eta("14:10", "15:50"))
    const early = situation({ seen: known, now: at("14:10") })

    expect(follow(early)).toMatchObject({
      tell: [{ kind: "on_the_way", to_at: at("15:50") }],
      next_at: at("15:20"),
    })
    const told = [promised("on_the_way", "15:50")]
    expect(follow({ ...early, promises: told }).tell).toEqual([])
    const near = { ...early, promises: told, now: at("15:20") }
    expect(follow(near).tell).toEqual([
      { kind: "minutes", from_at: null, to_at: at("15:50") },
    ])
    expect(
      follow({ ...near, promises: [...told, promised("minutes", "15:50")] })
        .tell
    ).toEqual([])
  })

  it("is told a new time only if it is much later than what they were told", () => {
    const late = (expected: string) =>
      follow(
        situation({
          status: "late",
          seen: seen(eta("15:20", expected)),
          promises: [promised("late", "16:25")],
        })
      ).tell

    expect(late("16:30")).toEqual([])
    expect(late("16:20")).toEqual([])
    expect(late("16:40")).toEqual([
      { kind: "late", from_at: null, to_at: at("16:40") },
    ])
  })

  it("is told nothing of a time that has passed, nor of a parcel that is there", () => {
    expect(
      follow(situation({ seen: seen(eta("15:10", "16:25")), now: at("16:30") }))
        .tell
    ).toEqual([])
    expect(
      follow(situation({ seen: seen(report("delivered", "15:00")) })).tell
    ).toEqual([])
  })

  it("is not told of minutes on a day before their window", () => {
    const tomorrow = {
      starts_at: new Date("2026-11-28T14:00:00Z"),
      ends_at: new Date("2026-11-28T16:00:00Z"),
    }
    const { tell, status } = follow(
      situation({
        window: tomorrow,
        seen: seen(eta("15:10", "15:20")),
        promises: [promised("on_the_way", "15:20")],
      })
    )

    expect(status).toBe("confirmed")
    expect(tell).toEqual([])
  })
})

describe("a promise", () => {
  const judged = (observed: string | null, now: string, ...all: Promised[]) =>
    Object.fromEntries(
      follow(
        situation({
          seen: observed ? seen(report("delivered", observed)) : NOTHING_SEEN,
          promises: all,
          now: at(now),
        })
      ).judged.map(({ id, kept }) => [id, kept])
    )
  const agreed = promised("agreed", "16:00", { from_at: at("14:00") })

  it("is kept or broken by when the parcel came", () => {
    expect(
      judged(
        "16:31",
        "16:35",
        agreed,
        promised("late", "16:25"),
        promised("late", "16:40")
      )
    ).toEqual({
      "dwpro_agreed_16:00": false,
      "dwpro_late_16:25": false,
      "dwpro_late_16:40": true,
    })
    expect(judged("13:40", "13:41", agreed)).toEqual({
      "dwpro_agreed_16:00": false,
    })
  })

  it("is broken once its time has passed, and mended by a late report", () => {
    expect(judged(null, "16:00", agreed)).toEqual({})
    expect(judged(null, "16:01", agreed)).toEqual({
      "dwpro_agreed_16:00": false,
    })
    expect(judged("15:50", "17:00", { ...agreed, kept: false })).toEqual({
      "dwpro_agreed_16:00": true,
    })
  })

  it("is kept where the courier came and nobody opened", () => {
    const { judged } = follow(
      situation({
        seen: seen(report("attempt_failed", "15:00")),
        promises: [agreed],
        now: at("15:01"),
      })
    )
    expect(judged).toEqual([{ id: agreed.id, kept: true }])
  })

  it("is not judged if the customer was never told", () => {
    expect(
      judged("16:31", "16:35", promised("late", "16:25", { told_at: null }))
    ).toEqual({})
  })
})
