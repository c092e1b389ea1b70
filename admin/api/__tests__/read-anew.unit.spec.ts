import { QueryClient, QueryObserver } from "@tanstack/react-query"
import { readAnew } from "../read-anew"

const KEY = ["call-sheet"]

/** A page that shows an answer of a server that takes its time. */
function aPage() {
  const server = { says: "before", asked: 0 }
  const waiting: (() => void)[] = []
  const client = new QueryClient()
  const options = {
    queryKey: KEY,
    queryFn: async () => {
      server.asked += 1
      const answer = server.says
      await new Promise<void>((resolve) => waiting.push(resolve))
      return answer
    },
  }
  return {
    server,
    client,
    show: () => new QueryObserver(client, options).subscribe(() => undefined),
    prefetch: () => void client.prefetchQuery(options),
    shown: () => client.getQueryData<string>(KEY),
    /** Lets what is on its way arrive. */
    arrive: async () => {
      waiting.splice(0).forEach((resolve) => resolve())
      await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}

describe("what is read anew after a change", () => {
  it("has the change, whether an answer was there or on its way", async () => {
    for (const wasThere of [true, false]) {
      const page = aPage()
      const leave = page.show()
      if (wasThere) {
        await page.arrive()
      }
      page.server.says = "after"
      const isRead = jest.fn()
      const read = readAnew(page.client, { queryKey: KEY }).then(isRead)
      await page.arrive()
      expect(isRead).toHaveBeenCalledTimes(wasThere ? 1 : 0)
      await page.arrive()

      await read
      expect(page.shown()).toBe("after")
      expect(page.server.asked).toBe(2)
      leave()
    }
  })

  it("has the change where it is shown while it is prefetched", async () => {
    const page = aPage()
    page.prefetch()
    page.server.says = "after"
    const read = readAnew(page.client, { queryKey: KEY })
    const leave = page.show()
    await page.arrive()
    await page.arrive()

    await read
    expect(page.shown()).toBe("after")
    leave()
  })

  it("is asked for once, however many changes there were meanwhile", async () => {
    const page = aPage()
    const leave = page.show()
    page.server.says = "after"
    const isRead = jest.fn()
    const reads = [1, 2, 3].map(() =>
      readAnew(page.client, { queryKey: KEY }).then(isRead)
    )
    await page.arrive()
    expect(isRead).not.toHaveBeenCalled()
    await page.arrive()

    await Promise.all(reads)
    expect(page.shown()).toBe("after")
    expect(page.server.asked).toBe(2)
    leave()
  })

  it("is neither waited for nor asked for again while nothing shows it", async () => {
    const page = aPage()
    page.prefetch()
    await readAnew(page.client, { queryKey: KEY })
    await page.arrive()

    expect(page.server.asked).toBe(1)
  })

  it("is not waited for where it is not to be asked for again", async () => {
    const page = aPage()
    const leave = page.show()
    await readAnew(page.client, { queryKey: KEY, refetchType: "none" })
    await page.arrive()

    expect(page.server.asked).toBe(1)
    leave()
  })
})
