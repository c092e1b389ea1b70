import type {
  CreateNotificationDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import {
  messagesOf,
  type NoticeMessage,
} from "../../../modules/follow-up/notices/messages"
import { parseNotice } from "../../../modules/follow-up/notices/parse-notice"
import type FollowUpModuleService from "../../../modules/follow-up/service"

/** More users than any shop has; each gets an e-mail of their own. */
const MOST_USERS = 200

/** Notifications that are looked up and created at once. */
const CHUNK = 500

/**
 * Tells people of escalations: by the dashboard's bell, and by e-mail where the
 * step asks for it and the store has a provider. An e-mail that fails is not
 * sent again, as the bell has told of it.
 */
export async function sendNotices(
  waiting: { id: string; data: Record<string, unknown> }[],
  container: MedusaContainer
): Promise<void> {
  const { settings } =
    container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const messages = messagesOf(
    waiting.map(({ id, data }) => ({ id, notice: parseNotice(data) })),
    settings.language
  )
  await create("feed", messages.map(inBell), container)
  try {
    await create("email", await asEmails(messages, container), container)
  } catch {
    // The error may name addresses.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `follow-ups: e-mails of ${waiting.length} escalations could not be sent and will not be tried again`
      )
  }
}

function inBell(message: NoticeMessage): CreateNotificationDTO {
  return {
    to: message.user_id ?? "",
    channel: "feed",
    template: "admin-ui",
    trigger_type: "follow-up.escalated",
    resource_id: message.task_id,
    resource_type: "follow_up",
    data: { title: message.title, description: message.description },
    idempotency_key: message.idempotency_key,
  }
}

async function asEmails(
  messages: NoticeMessage[],
  container: MedusaContainer
): Promise<CreateNotificationDTO[]> {
  const mailed = messages.filter(({ email }) => email)
  if (mailed.length === 0) {
    return []
  }
  const users = container.resolve(Modules.USER)
  const select = ["id", "email"]
  const named = mailed.flatMap(({ user_id }) => user_id ?? [])
  const [everyone, told] = await Promise.all([
    named.length < mailed.length
      ? users.listUsers({}, { select, take: MOST_USERS })
      : [],
    named.length > 0
      ? users.listUsers({ id: named }, { select, take: named.length })
      : [],
  ])
  return mailed.flatMap((message) =>
    (message.user_id === null
      ? everyone
      : told.filter(({ id }) => id === message.user_id)
    ).map(({ id, email }) => ({
      to: email,
      receiver_id: id,
      channel: "email",
      template: "follow-ups-escalation",
      trigger_type: "follow-up.escalated",
      resource_id: message.task_id,
      resource_type: "follow_up",
      data: { title: message.title, description: message.description },
      content: { subject: message.title, text: message.description },
      idempotency_key: `${message.idempotency_key}:${id}`,
    }))
  )
}

/**
 * Creates what is not stored yet. What is stored was handed over, even if it
 * failed: the notification module would send it again and fail to say so.
 * A store without a provider for a channel is not told there, and no less runs.
 */
async function create(
  channel: "feed" | "email",
  notifications: CreateNotificationDTO[],
  container: MedusaContainer
): Promise<void> {
  const module = container.resolve(Modules.NOTIFICATION)
  for (let start = 0; start < notifications.length; start += CHUNK) {
    const chunk = notifications.slice(start, start + CHUNK)
    const filters = {
      channel,
      idempotency_key: chunk.map(({ idempotency_key }) => idempotency_key),
    }
    const stored: { id: string; idempotency_key?: string | null }[] =
      await module.listNotifications(filters, { take: CHUNK })
    const handed = new Set(stored.map(({ idempotency_key }) => idempotency_key))
    try {
      await module.createNotifications(
        chunk.filter(({ idempotency_key }) => !handed.has(idempotency_key))
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
