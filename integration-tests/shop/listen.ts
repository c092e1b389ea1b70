import Medusa from "@medusajs/js-sdk"
import type { AdminFollowUpCountsResponse } from "../../src/api/admin/follow-ups/types"
import type { Agent } from "./test-shop"

export type Listening = {
  /** The next counts that are told; the connection ending is an error. */
  counts(): Promise<AdminFollowUpCountsResponse>
  leave(): void
}

/** Listens to the queue's counts with the dashboard's own client. */
export async function listen(
  url: string,
  { token }: Pick<Agent, "token">
): Promise<Listening> {
  const { client } = new Medusa({ baseUrl: url })
  const { stream, abort } = await client.fetchStream(
    "/admin/follow-ups/counts/stream",
    { headers: { Authorization: `Bearer ${token}` } }
  )
  return {
    counts: async () => {
      for (;;) {
        const { value, done } = await stream.next()
        if (done) {
          throw new Error("The stream has ended")
        }
        if (value.event === "counts" && value.data) {
          return JSON.parse(value.data)
        }
      }
    },
    leave: abort,
  }
}
