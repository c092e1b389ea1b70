import { EventEmitter } from "node:events"
import { Gatherer, type GathererTiming } from "../gatherer"
import { noteAnswer } from "../store-answers"

/** Longer than any test: what waits for it never happens. */
const NEVER = 600_000

const timing: GathererTiming = {
  gather_ms: 0,
  answer_ms: NEVER,
  busy_retry_ms: 0,
}

/** A shopper who waits for an answer. */
function shopper(): { isAnswered(): void } {
  const response = new EventEmitter()
  let passed = false
  noteAnswer(null, response, () => (passed = true))
  expect(passed).toBe(true)
  return { isAnswered: () => void response.emit("close") }
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

describe("work that an event asks for", () => {
  const goes: string[][] = []
  const gatherer = (given: Partial<GathererTiming> = {}) =>
    new Gatherer<string>(
      async (items) => void goes.push(items),
      () => ({ ...timing, ...given })
    )
  beforeEach(() => void goes.splice(0))

  it("begins after the answers of those who wait at the event", async () => {
    const [first, second] = [shopper(), shopper()]
    const work = gatherer()
    work.add("a", "a")
    await turns()
    first.isAnswered()
    await turns()
    expect(goes).toEqual([])
    second.isAnswered()
    await work.rest()
    expect(goes).toEqual([["a"]])
  })

  it("does not wait for those who come later", async () => {
    const first = shopper()
    const work = gatherer()
    work.add("a", "a")
    const later = shopper()
    first.isAnswered()
    await work.rest()
    expect(goes).toEqual([["a"]])
    later.isAnswered()
  })

  it("waits no longer than it may for an answer that never ends", async () => {
    const slow = shopper()
    const work = gatherer({ answer_ms: 1 })
    work.add("a", "a")
    await work.rest()
    expect(goes).toEqual([["a"]])
    slow.isAnswered()
  })

  it("is done in one go where it comes together, and once for each key", async () => {
    const work = gatherer()
    for (const key of ["a", "b", "a", "c"]) {
      work.add(key, key)
    }
    await work.rest()
    expect(goes).toEqual([["a", "b", "c"]])
  })

  it("leaves aside what came while others still wait", async () => {
    const work = gatherer({ gather_ms: 5 })
    work.add("a", "a")
    await turns()
    const waits = shopper()
    work.add("b", "b")
    while (goes.length === 0) {
      await turns()
    }
    expect(goes).toEqual([["a"]])
    waits.isAnswered()
    await work.rest()
    expect(goes).toEqual([["a"], ["b"]])
  })

  it("gathers what comes while a go is running, one at a time", async () => {
    let running = 0
    let most = 0
    let finish = () => {}
    const work: Gatherer<string> = new Gatherer(
      async (items: string[]) => {
        most = Math.max(most, ++running)
        if (goes.push(items) === 1) {
          await new Promise<void>((resolve) => (finish = resolve))
        }
        running--
      },
      () => timing
    )
    work.add("a", "a")
    await turns()
    for (const key of ["b", "c", "a"]) {
      work.add(key, key)
    }
    await turns()
    expect(goes).toEqual([["a"]])
    finish()
    await work.rest()
    expect(goes).toEqual([["a"], ["b", "c", "a"]])
    expect(most).toBe(1)
  })

  it("is tried again as a whole until it is done, with what came meanwhile", async () => {
    let failures = 2
    const work: Gatherer<string> = new Gatherer(
      async (items: string[]) => {
        goes.push([...items])
        if (failures-- > 0) {
          work.add("b", "b, later")
          throw new Error("busy")
        }
      },
      () => timing
    )
    work.add("a", "a")
    work.add("b", "b")
    await work.rest()
    expect(goes[0]).toEqual(["a", "b"])
    expect(goes.at(-1)?.sort()).toEqual(["a", "b, later"])
    await work.rest()
  })
})
