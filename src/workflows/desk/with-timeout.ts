import { MedusaError } from "@medusajs/framework/utils"

/** Whoever waited did not wait any longer; what was waited for goes on. */
export class TimedOut extends MedusaError {
  constructor(message: string) {
    super(MedusaError.Types.UNEXPECTED_STATE, message)
  }
}

/**
 * Waits for what may never end, and no longer than this.
 *
 * @throws TimedOut with `message` where it took longer
 */
export async function withTimeout<Result>(
  pending: Promise<Result>,
  limit_ms: number,
  message: string
): Promise<Result> {
  let timeout: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timeout = setTimeout(() => reject(new TimedOut(message)), limit_ms)
  })
  try {
    return await Promise.race([pending, tooLate])
  } finally {
    clearTimeout(timeout)
  }
}
