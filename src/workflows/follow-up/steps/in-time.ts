import { MedusaError } from "@medusajs/framework/utils"

/**
 * Waits for what may never end, and no longer than this.
 *
 * @throws MedusaError UNEXPECTED_STATE with `message` where it took longer
 */
export async function inTime(
  pending: Promise<void>,
  limit_ms: number,
  message: string
): Promise<void> {
  let timeout: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timeout = setTimeout(
      () =>
        reject(new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)),
      limit_ms
    )
  })
  try {
    await Promise.race([pending, tooLate])
  } finally {
    clearTimeout(timeout)
  }
}
