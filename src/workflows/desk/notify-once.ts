import type {
  CreateNotificationDTO,
  MedusaContainer,
  NotificationDTO,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

/** Notifications that are looked up and created at once. */
const CHUNK = 500

/** A try that has not ended by then was interrupted by a crash. */
const UNDER_WAY_MS = 10 * 60_000

/**
 * A notification is stored under the last of its keys; earlier tries used the
 * earlier ones.
 */
export type Wanted = {
  notification: CreateNotificationDTO
  keys: string[]
}

/** Medusa's type lacks the key that its table has. */
type Stored = NotificationDTO & { idempotency_key?: string | null }

/**
 * Creates the notifications that have not been delivered. Failed ones are
 * created again under another key: under the same key, the notification module
 * would send them and then report an error. The bell shows whatever is stored,
 * sent or not.
 *
 * @throws MedusaError CONFLICT while an earlier try is under way, and whatever
 * the provider throws
 */
export async function notifyOnce(
  channel: string,
  wanted: Wanted[],
  container: MedusaContainer
): Promise<void> {
  const module = container.resolve(Modules.NOTIFICATION)
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const chunk = wanted.slice(start, start + CHUNK)
    const keys = chunk.flatMap(({ keys }) => keys)
    const filters = { channel, idempotency_key: keys }
    const stored: Stored[] = await module.listNotifications(filters, {
      take: keys.length,
    })
    const isUnderWay = stored.some(
      ({ status, created_at }) =>
        channel !== "feed" &&
        status === "pending" &&
        Date.now() - new Date(created_at).getTime() < UNDER_WAY_MS
    )
    if (isUnderWay) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        "An earlier try is still under way"
      )
    }
    const handed = new Set(
      stored
        .filter(({ status }) => channel === "feed" || status === "success")
        .map(({ idempotency_key }) => idempotency_key)
    )
    await module.createNotifications(
      chunk
        .filter(({ keys }) => !keys.some((key) => handed.has(key)))
        .map(({ notification, keys }) => ({
          ...notification,
          idempotency_key: keys.at(-1),
        }))
    )
  }
}

/** Whether no provider of the store serves the channel. */
export function isWithoutProvider(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.message.includes("Could not find a notification provider")
  )
}
