import { setTimeout as sleep } from "node:timers/promises"

const LONGEST_MS = 15_000

/** Polls until there is a result. */
export async function until<Answer>(
  ask: () => Promise<Answer | null | undefined | false>,
  longest_ms = LONGEST_MS
): Promise<Answer> {
  const started = Date.now()
  for (;;) {
    const answer = await ask()
    if (answer) {
      return answer
    }
    if (Date.now() - started > longest_ms) {
      throw new Error(`No answer within ${longest_ms} ms: ${ask}`)
    }
    await sleep(100)
  }
}
