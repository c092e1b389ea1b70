import type { IncomingMessage, ServerResponse } from "node:http"
import { Server } from "node:net"

/**
 * How long a stream lasts at most, and half of that at least: at random, so that
 * streams that began together do not all begin again together.
 */
const LONGEST_MS = 120_000

/** How soon a stream notices that its server wants to end. */
const NOTICED_AFTER_MS = 500

/** More than this is unsent only if the other side no longer reads. */
const MOST_UNSENT_BYTES = 65_536

/** A response of server-sent events; it begins with the first one. */
export class EventStream {
  private readonly ending: NodeJS.Timeout
  private readonly noticing: NodeJS.Timeout

  constructor(
    private readonly request: Pick<IncomingMessage, "socket">,
    private readonly response: ServerResponse
  ) {
    const lasts = LONGEST_MS * (0.5 + Math.random() / 2)
    this.ending = setTimeout(() => this.end(), lasts).unref()
    this.noticing = setInterval(() => {
      if (!this.isServed()) {
        this.end()
      }
    }, NOTICED_AFTER_MS).unref()
    this.whenEnded(() => {
      clearTimeout(this.ending)
      clearInterval(this.noticing)
    })
  }

  send(event: string, data: object): void {
    const { response } = this
    if (response.writableEnded || response.destroyed) {
      return
    }
    if (!response.headersSent) {
      response.writeHead(200, {
        "Content-Type": "text/event-stream",
        // Compression and some proxies would hold events back.
        "Cache-Control": "no-cache, no-transform",
        "X-Accel-Buffering": "no",
      })
    }
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    if (response.writableLength > MOST_UNSENT_BYTES) {
      response.destroy()
    }
  }

  end(): void {
    this.response.end()
  }

  /** Runs once the response has ended or the other side has gone. */
  whenEnded(run: () => void): void {
    if (this.response.closed) {
      run()
    } else {
      this.response.once("close", run)
    }
  }

  /**
   * Medusa ends once all responses have, so a server that takes no more
   * connections waits for this one.
   */
  private isServed(): boolean {
    const server: unknown = Reflect.get(this.request.socket, "server")
    return !(server instanceof Server) || server.listening
  }
}
