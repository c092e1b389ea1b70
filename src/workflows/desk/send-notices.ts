import type {
  CreateNotificationDTO,
  MedusaContainer,
  NotificationDTO,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import {
  bellMessages,
  FOLLOW_UP_MODULE,
  mailsTo,
  type NoticeMessage,
  parseNotice,
  type ScriptLanguage,
  type WaitingNotice,
} from "../../modules/follow-up"
import type { WaitingItem } from "../../postgres/outbox"
import { listUsers, usersThereAre } from "../../shop/users"

/** More users than any shop has; each gets a separate e-mail. */
const MAX_USERS = 200

/** Notifications that are looked up and created at once. */
const CHUNK = 500

/** A try that has not ended by then was interrupted by a crash. */
const UNDER_WAY_MS = 10 * 60_000

/** Then an e-mail is given up: it would come too late to help. */
const MAX_TRIES = 4

/**
 * Notifies people of escalations: in the dashboard's bell, and by e-mail if the
 * step asks for it and the store has a provider.
 *
 * @throws MedusaError UNEXPECTED_STATE if an e-mail failed and should be
 * retried; people who were notified are not notified again then
 */
export async function sendNotices(
  waiting: WaitingItem[],
  container: MedusaContainer
): Promise<void> {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const { language } = settings
  const notices = waiting.map(({ id, data }) => ({
    id,
    notice: parseNotice(data),
  }))
  const tries = Math.max(...waiting.map(({ attempts }) => attempts)) + 1
  await create("feed", bellMessages(notices, language).map(inBell), container)
  try {
    const mails = await asEmails(notices, language, tries, container)
    await create("email", mails, container)
  } catch {
    // The error may contain addresses.
    const failed = `e-mails of ${waiting.length} escalations could not be sent`
    if (tries < MAX_TRIES) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, failed)
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`follow-ups: ${failed} ${tries} times, and are given up`)
  }
}

/**
 * A notification is stored under the last of its keys; earlier tries used the
 * earlier ones.
 */
type Wanted = {
  notification: CreateNotificationDTO
  keys: string[]
}

function inBell(message: NoticeMessage): Wanted {
  return {
    notification: {
      ...common(message),
      to: message.user_id ?? "",
      channel: "feed",
      template: "admin-ui",
    },
    keys: [message.idempotency_key],
  }
}

async function asEmails(
  notices: WaitingNotice[],
  language: ScriptLanguage,
  tries: number,
  container: MedusaContainer
): Promise<Wanted[]> {
  const mailed = notices.filter(({ notice }) => notice.email)
  if (mailed.length === 0) {
    return []
  }
  const named = mailed.flatMap(({ notice }) => notice.user_id ?? [])
  const [everyone, told] = await Promise.all([
    named.length < mailed.length ? listUsers(MAX_USERS, container) : [],
    usersThereAre([...new Set(named)], container),
  ])
  const people = new Map(
    [...everyone, ...told].map(({ id, email }) => [id, email])
  )
  return [...people].flatMap(([id, email]) =>
    mailsTo(id, mailed, language).map((message) => ({
      notification: {
        ...common(message),
        to: email,
        receiver_id: id,
        channel: "email",
        template: "follow-ups-escalation",
        content: { subject: message.title, text: message.description },
      },
      keys: Array.from(
        { length: tries },
        (_, index) => `${message.idempotency_key}:${id}:${index + 1}`
      ),
    }))
  )
}

const common = (message: NoticeMessage) => ({
  trigger_type: "follow-up.escalated",
  resource_id: message.task_id,
  resource_type: "follow_up",
  data: { title: message.title, description: message.description },
})

/** Medusa's type lacks the key that its table has. */
type Stored = NotificationDTO & { idempotency_key?: string | null }

/**
 * Creates the notifications that have not been delivered. Failed ones are
 * created again under another key: under the same key, the notification module
 * would send them and then report an error. The bell shows whatever is stored,
 * sent or not. A store without a provider for a channel gets nothing there, and
 * works otherwise.
 */
async function create(
  channel: "feed" | "email",
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
        channel === "email" &&
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
    try {
      await module.createNotifications(
        chunk
          .filter(({ keys }) => !keys.some((key) => handed.has(key)))
          .map(({ notification, keys }) => ({
            ...notification,
            idempotency_key: keys.at(-1),
          }))
      )
    } catch (error) {
      if (!isWithoutProvider(error)) {
        throw error
      }
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .debug(`follow-ups: no provider serves the channel ${channel}`)
    }
  }
}

function isWithoutProvider(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.message.includes("Could not find a notification provider")
  )
}
