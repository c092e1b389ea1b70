import type { MedusaNextFunction } from "@medusajs/framework/http"
import { setTimeout as sleep } from "node:timers/promises"

/** The requests of shoppers that this process is answering, each till its end. */
const open = new Set<Promise<void>>()

/**
 * Middleware of the store API that notes when an answer has been sent, or its
 * shopper has gone. It takes some microseconds and cannot fail.
 */
export function noteAnswer(
  _: unknown,
  response: { once(event: "close", listener: () => void): unknown },
  next: MedusaNextFunction
): void {
  const end = new Promise<void>((resolve) => response.once("close", resolve))
  open.add(end)
  void end.then(() => open.delete(end))
  next()
}

/**
 * Waits until all shoppers who are waiting now have their answers.
 *
 * @param longest_ms - then it no longer waits for them
 */
export async function openAnswersSent(longest_ms: number): Promise<void> {
  if (open.size > 0) {
    const waited = sleep(longest_ms, undefined, { ref: false })
    await Promise.race([Promise.all(open), waited])
  }
}
