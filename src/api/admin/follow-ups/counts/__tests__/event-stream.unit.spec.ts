import { GracefulShutdownServer } from "@medusajs/framework/utils"
import { once } from "node:events"
import { createServer } from "node:http"
import { EventStream } from "../event-stream"

type Opened = { stream: EventStream; ended: Promise<void> }

/** A server as Medusa's, each of whose responses is a stream. */
async function aServer() {
  const opened: Opened[] = []
  const http = createServer((request, response) => {
    const stream = new EventStream(request, response)
    const ended = new Promise<void>((resolve) => stream.whenEnded(resolve))
    opened.push({ stream, ended })
    stream.send("counts", { now: 1 })
  })
  const server = GracefulShutdownServer.create(http.listen(0, "127.0.0.1"))
  await once(http, "listening")
  const address = http.address()
  const port = typeof address === "object" ? address?.port : 0
  return { server, opened, url: `http://127.0.0.1:${port}` }
}

describe("a stream of events", () => {
  it("does not keep Medusa from ending", async () => {
    const { server, url } = await aServer()
    const response = await fetch(url)
    await server.shutdown()
    expect(await response.text()).toBe('event: counts\ndata: {"now":1}\n\n')
  })

  it("is left when the other side goes", async () => {
    const { server, opened, url } = await aServer()
    const leaving = new AbortController()
    await fetch(url, { signal: leaving.signal })
    leaving.abort()
    await opened[0]?.ended
    opened[0]?.stream.send("counts", { now: 2 })
    await server.shutdown()
  })

  it("is cut off where the other side no longer reads", async () => {
    const { server, opened, url } = await aServer()
    await fetch(url)
    const [{ stream, ended } = {}] = opened
    let isOver = false
    void ended?.then(() => (isOver = true))
    const much = "x".repeat(10_000)
    while (!isOver) {
      stream?.send("counts", { much })
      await new Promise(setImmediate)
    }
    await server.shutdown()
  })

  it("that nobody reads any more runs what is left to do at once", async () => {
    const { server, opened, url } = await aServer()
    const response = await fetch(url)
    opened[0]?.stream.end()
    await response.text()
    await opened[0]?.ended
    await new Promise<void>((resolve) => opened[0]?.stream.whenEnded(resolve))
    await server.shutdown()
  })
})
