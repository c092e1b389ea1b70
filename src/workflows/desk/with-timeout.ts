import { MedusaError } from "@medusajs/framework/utils"

/** Only the waiting ends; the operation itself continues. */
export class TimedOut extends MedusaError {
  constructor(message: string) {
    super(MedusaError.Types.UNEXPECTED_STATE, message)
  }
}

/**
 * Waits for a promise that may never settle, up to a time limit.
 *
 * @throws TimedOut with `message` if it took longer
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
