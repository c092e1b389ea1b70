import { isBusy } from "../../refusals"
import { shareOf, tookTooLong, Turns } from "../limits"

const nextTurn = () => new Promise(setImmediate)

describe("the share of the connections", () => {
  it.each([
    [1, 1],
    [2, 1],
    [5, 1],
    [10, 3],
    [100, 30],
  ])("of %i is %i", (pool, share) => {
    expect(shareOf(pool)).toBe(share)
  })

  it("is never exceeded, and everyone gets a turn", async () => {
    const turns = new Turns(3, 60_000)
    let running = 0
    let most = 0
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        turns.take(async () => {
          most = Math.max(most, ++running)
          await nextTurn()
          running--
          return number
        })
      )
    )
    expect(done).toHaveLength(20)
    expect(most).toBe(3)
  })

  it("is refused to one who has waited too long, and taken by the next", async () => {
    const turns = new Turns(1, 1)
    let finish = () => {}
    const first = turns.take(
      () => new Promise<void>((resolve) => (finish = resolve))
    )
    const refused = await turns
      .take(async () => "acted")
      .catch((error) => error)
    expect(isBusy(refused)).toBe(true)
    expect(refused.message).toContain("busy")
    finish()
    await first
    expect(await turns.take(async () => "acted")).toBe("acted")
  })

  it("comes free after a failure", async () => {
    const turns = new Turns(1, 60_000)
    await expect(
      turns.take(async () => {
        throw new Error("lost")
      })
    ).rejects.toThrow("lost")
    expect(await turns.take(async () => "acted")).toBe("acted")
  })
})

describe("a statement that failed", () => {
  it.each([
    [{ code: "55P03" }, true],
    [{ code: "57014" }, true],
    [Object.assign(new Error(), { name: "KnexTimeoutError" }), true],
    [{ code: "23505" }, false],
    [{ code: "57P01" }, false],
    [new Error("55P03"), false],
    [null, false],
  ])("%j: because the database is busy? %s", (error, busy) => {
    expect(tookTooLong(error)).toBe(busy)
  })
})
