import {
  compileCalendar,
  type WindowDefinition,
} from "../../../../business-time"
import { everyDay } from "../clock/every-day"
import type {
  PlaybookDefinition,
  RetryRules,
} from "../../rules/playbooks/playbook"
import { PLAIN_PLAYBOOK } from "../../rules/playbooks/default-playbooks"
import type { AttemptOutcome } from "../../../../desk/attempts"
import {
  aTask,
  friday,
  KYIV,
  kyivShop,
  monday,
  playbook,
  saturday,
  tuesday,
} from "./task-fixture"
import { anAttempt, TaskInMemory, waitUntil } from "./task-in-memory"

const aDesk = (
  retry: Partial<RetryRules> = {},
  calendar = kyivShop,
  facts: Parameters<typeof aTask>[0] = {}
) => {
  const definition: Partial<PlaybookDefinition> = {
    retry: { ...PLAIN_PLAYBOOK.retry, ...retry },
    escalation: [],
  }
  return new TaskInMemory(
    aTask(facts),
    calendar,
    null,
    playbook("confirm_order", definition),
    KYIV
  )
}

const inKyiv = (...windows: WindowDefinition[]) =>
  compileCalendar({
    time_zone: KYIV,
    weekly: Object.fromEntries(
      ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [
        day,
        windows,
      ])
    ),
  })

/** Lets the attempts fail one after the other, each when it is due. */
function failing(desk: TaskInMemory, outcomes: AttemptOutcome[], from: Date) {
  let now = from
  return outcomes.map((outcome) => {
    desk.run(anAttempt({ outcome, note: `${desk.attempts.length}` }), now)
    const { waiting_until } = desk.task
    now = waiting_until ?? now
    return waiting_until
  })
}

describe("after an attempt that reached nobody", () => {
  it("no answer is tried again after 30 minutes, two hours, and the next working morning", () => {
    const desk = aDesk()
    expect(
      failing(desk, ["no_answer", "no_answer", "no_answer"], monday("09:05"))
    ).toEqual([monday("09:35"), monday("11:35"), tuesday("09:00")])
    expect(desk.task.ladder).toEqual({ no_answer: 3 })
    expect(desk.task.waiting_reason).toBe("next_attempt")
  })

  it("the next working morning of a Friday is Saturday's, where the shop works", () => {
    const desk = aDesk({}, kyivShop, { ladder: { no_answer: 2 } })
    failing(desk, ["no_answer"], friday("10:00"))
    expect(desk.task.waiting_until).toEqual(saturday("10:00"))
  })

  it("busy is tried again after ten minutes each time", () => {
    const desk = aDesk()
    expect(failing(desk, ["busy", "busy", "busy"], monday("09:05"))).toEqual([
      monday("09:15"),
      monday("09:25"),
      monday("09:35"),
    ])
  })

  it("each outcome climbs a ladder of its own", () => {
    const desk = aDesk()
    expect(
      failing(desk, ["no_answer", "busy", "no_answer"], monday("09:05"))
    ).toEqual([monday("09:35"), monday("09:45"), monday("11:45")])
    expect(desk.task.ladder).toEqual({ no_answer: 2, busy: 1 })
  })

  it("voicemail climbs the ladder of no answer, unless it has its own", () => {
    const desk = aDesk()
    failing(desk, ["no_answer", "voicemail"], monday("09:05"))
    expect(desk.task.waiting_until).toEqual(monday("11:35"))

    const own = aDesk({
      ladders: {
        ...PLAIN_PLAYBOOK.retry.ladders,
        voicemail: {
          steps: [{ kind: "after", minutes: 60 }],
          max_attempts: null,
        },
      },
    })
    failing(own, ["no_answer", "voicemail"], monday("09:05"))
    expect(own.task.waiting_until).toEqual(monday("10:35"))
  })

  it("its minutes are business minutes: over lunch and over the night", () => {
    const shop = inKyiv(["09:00", "13:00"], ["14:00", "18:00"])
    const next = (outcome: AttemptOutcome, now: Date) =>
      failing(aDesk({}, shop), [outcome], now)[0]
    expect(next("no_answer", monday("12:50"))).toEqual(monday("14:20"))
    expect(next("busy", monday("12:50"))).toEqual(monday("14:00"))
    expect(next("busy", monday("17:55"))).toEqual(tuesday("09:05"))
    expect(next("no_answer", friday("17:45"))).toEqual(
      new Date("2026-11-30T09:15+02:00")
    )
  })

  it("nobody is called at night because the shop works then", () => {
    const nights = inKyiv(["20:00", "04:00"])
    const [next] = failing(aDesk({}, nights), ["no_answer"], monday("20:45"))
    expect(next).toEqual(tuesday("20:00"))

    const always = compileCalendar({
      time_zone: KYIV,
      weekly: everyDay(["00:00", "24:00"]),
    })
    const desk = aDesk({}, always)
    expect(
      failing(desk, ["no_answer", "no_answer", "no_answer"], monday("20:45"))
    ).toEqual([tuesday("08:00"), tuesday("10:00"), wednesday("08:00")])
  })

  it("a letter may be waited for at night", () => {
    const always = compileCalendar({
      time_zone: KYIV,
      weekly: everyDay(["00:00", "24:00"]),
    })
    const [reply] = failing(
      aDesk({}, always),
      ["message_sent"],
      monday("20:45")
    )
    expect(reply).toEqual(tuesday("00:45"))
  })

  it("it is the hour at the delivery address that counts", () => {
    const [next] = failing(
      aDesk({}, kyivShop, { country_code: "pt" }),
      ["busy"],
      monday("09:05")
    )
    expect(next).toEqual(monday("10:00"))
  })

  it("a customer who named a time is called then, whatever the hour", () => {
    const desk = aDesk()
    desk.run(
      anAttempt({ outcome: "call_back_later", call_back_at: monday("22:30") }),
      monday("09:05")
    )
    expect(desk.task).toMatchObject({
      waiting_until: monday("22:30"),
      waiting_reason: "call_back",
      ladder: {},
    })
  })
})

describe("what is left of the ladder is dropped", () => {
  const climbed = () => {
    const desk = aDesk()
    failing(desk, ["no_answer", "no_answer", "busy"], monday("09:05"))
    return desk
  }

  it.each<[string, Parameters<typeof anAttempt>[0]]>([
    ["when the customer is reached", { outcome: "reached" }],
    [
      "when they name a time",
      { outcome: "call_back_later", call_back_at: monday("16:00") },
    ],
  ])("%s", (_, attempt) => {
    const desk = climbed()
    desk.run(anAttempt(attempt), monday("12:00"))
    expect(desk.task.ladder).toEqual({})
    const [next] = failing(desk, ["no_answer"], monday("16:30"))
    expect(next).toEqual(monday("17:00"))
  })

  it("not when the task comes back, or is made to wait", () => {
    const desk = climbed()
    desk.run({ kind: "resume" }, monday("11:40"))
    desk.run(waitUntil(monday("13:00")), monday("11:41"))
    desk.tick(monday("13:00"))
    expect(desk.task.ladder).toEqual({ no_answer: 2, busy: 1 })
  })
})

describe("attempts are used up", () => {
  const fallback = { kind: "message_customer" } as const

  it("at the cap of their ladder", () => {
    const desk = aDesk({ fallback })
    const nos = Array.from({ length: 4 }, () => "no_answer" as const)
    const waits = failing(desk, nos, monday("09:05"))
    expect(waits.at(-1)).toBeNull()
    expect(desk.task).toMatchObject({
      status: "open",
      fallback: "message_customer",
      attempt_count: 4,
    })
    expect(desk.history.at(-1)).toBe("attempts_used_up")
  })

  it("at the cap of all, on whichever ladders", () => {
    const desk = aDesk({ fallback, max_attempts: 5 })
    failing(
      desk,
      ["busy", "no_answer", "busy", "message_sent"],
      monday("09:05")
    )
    expect(desk.task).toMatchObject({ status: "waiting", fallback: null })
    failing(desk, ["busy"], tuesday("12:00"))
    expect(desk.task).toMatchObject({
      status: "open",
      fallback: "message_customer",
    })
  })

  it("never where there are no caps: the last step repeats", () => {
    const desk = aDesk({
      ladders: {
        no_answer: {
          steps: [{ kind: "after", minutes: 5 }],
          max_attempts: null,
        },
      },
      max_attempts: null,
    })
    const waits = failing(
      desk,
      Array.from({ length: 30 }, () => "no_answer" as const),
      monday("09:00")
    )
    expect(waits.at(-1)).toEqual(monday("11:30"))
  })

  it("counts anew once the customer was reached", () => {
    const desk = aDesk({ max_attempts: 3 })
    failing(desk, ["busy", "busy"], monday("09:05"))
    desk.run(anAttempt({ outcome: "reached" }), monday("09:30"))
    failing(desk, ["busy", "busy"], monday("10:00"))
    expect(desk.task.status).toBe("waiting")
  })

  it("half an hour is the step of a playbook that names none", () => {
    const desk = aDesk({ ladders: {} })
    expect(failing(desk, ["busy"], monday("09:05"))).toEqual([monday("09:35")])
  })
})

function wednesday(time: string): Date {
  return new Date(`2026-11-25T${time}+02:00`)
}
