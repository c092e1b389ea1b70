import type { MedusaNextFunction } from "@medusajs/framework/http"

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

/** Waits until all shoppers who are waiting now have their answers. */
export async function openAnswersSent(): Promise<void> {
  await Promise.all(open)
}
