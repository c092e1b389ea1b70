import { drainDueTimers } from "../drain-due-timers"
import type { Change } from "../../task/write-decisions"
import { aTask } from "../../task/__tests__/task-fixture"

/** So many tasks are due; what a batch takes, no other does. */
function due(count: number) {
  const shop = { left: count, at_once: 0, most_at_once: 0, batches: 0 }
  const fire = async (limit: number): Promise<Change[]> => {
    const taken = Math.min(limit, shop.left)
    shop.left -= taken
    shop.batches++
    shop.at_once++
    shop.most_at_once = Math.max(shop.most_at_once, shop.at_once)
    await new Promise(setImmediate)
    shop.at_once--
    return Array.from({ length: taken }, () => ({
      task: aTask(),
      event_ids: [],
    }))
  }
  return { shop, fire }
}

describe("draining what is due", () => {
  it("asks once where nothing is", async () => {
    const { shop, fire } = due(0)
    expect(await drainDueTimers(fire)).toEqual([])
    expect(shop.batches).toBe(1)
  })

  it("does all of it, two batches at a time", async () => {
    const { shop, fire } = due(1201)
    expect(await drainDueTimers(fire)).toHaveLength(1201)
    expect(shop.most_at_once).toBe(2)
  })

  it("leaves what is more than a tick can do to the next", async () => {
    const { shop, fire } = due(30_000)
    expect(await drainDueTimers(fire)).toHaveLength(20_000)
    expect(shop.left).toBe(10_000)
  })

  it("fails where a batch does", async () => {
    const { fire } = due(2000)
    let batches = 0
    const failing = async (limit: number) => {
      if (++batches === 3) {
        throw new Error("The power failed")
      }
      return await fire(limit)
    }
    await expect(drainDueTimers(failing)).rejects.toThrow("The power failed")
  })
})
