import Medusa from "@medusajs/js-sdk"
import { setTimeout as sleep } from "node:timers/promises"
import type { AdminFollowUpListResponse } from "../../src/api/admin/follow-ups/types"

/** As the dashboard spreads its requests after news. */
const SPREAD_MS = 400

const LIST = { tab: "now", limit: 50 }

/** Open queue pages, as the dashboard's code would ask the server. */
export class DeskPages {
  private readonly leaving: (() => void)[] = []

  constructor(
    private readonly client: Medusa["client"],
    private readonly tokens: readonly string[],
    private readonly count: number
  ) {}

  /** Signs the agents in. */
  static async open(
    url: string,
    count: number,
    emails: readonly string[],
    password: string
  ): Promise<DeskPages> {
    const { client } = new Medusa({ baseUrl: url })
    const tokens = await Promise.all(
      emails.map(async (email) => {
        const { token } = await client.fetch<{ token: string }>(
          "/auth/user/emailpass",
          { method: "POST", body: { email, password } }
        )
        return token
      })
    )
    // The tasks of the benchmark refer to rules, which the first question stores.
    await client.fetch("/admin/follow-ups/playbooks", {
      headers: { Authorization: `Bearer ${tokens[0]}` },
    })
    return new DeskPages(client, tokens, count)
  }

  /**
   * Every page listens. After news it reads its list, as the page would.
   *
   * @param shown - called with the ids that a page shows after news
   */
  async listen(shown: (page: number, ids: string[]) => void): Promise<void> {
    await Promise.all(
      Array.from({ length: this.count }, async (_, page) => {
        const { stream, abort } = await this.client.fetchStream(
          "/admin/follow-ups/counts/stream",
          { headers: this.headers(page) }
        )
        this.leaving.push(abort)
        await stream.next()
        void this.follow(page, stream, shown)
      })
    )
  }

  /** Every page asks a route once in so many milliseconds. */
  poll(path: string, everyMs: number): void {
    for (let page = 0; page < this.count; page += 1) {
      let isOpen = true
      this.leaving.push(() => void (isOpen = false))
      void (async () => {
        await sleep(Math.random() * everyMs)
        while (isOpen) {
          const started = performance.now()
          await this.client.fetch(path, { headers: this.headers(page) })
          await sleep(Math.max(0, everyMs - (performance.now() - started)))
        }
      })()
    }
  }

  leave(): void {
    this.leaving.splice(0).forEach((leave) => leave())
  }

  private async follow(
    page: number,
    stream: AsyncGenerator<{ event?: string }>,
    shown: (page: number, ids: string[]) => void
  ): Promise<void> {
    try {
      for await (const { event } of stream) {
        if (event === "counts") {
          await sleep(Math.random() * SPREAD_MS)
          const { follow_ups } =
            await this.client.fetch<AdminFollowUpListResponse>(
              "/admin/follow-ups",
              {
                query: LIST,
                headers: this.headers(page),
              }
            )
          shown(
            page,
            follow_ups.map(({ id }) => id)
          )
        }
      }
    } catch (error) {
      if (!(error instanceof Error && error.name === "AbortError")) {
        throw error
      }
    }
  }

  private headers(page: number): Record<string, string> {
    return { Authorization: `Bearer ${this.tokens[page % this.tokens.length]}` }
  }
}
