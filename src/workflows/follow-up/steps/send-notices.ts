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

/**
 * Tells people of escalations: by the dashboard's bell, and by e-mail where the
 * step asks for it and the store has a provider.
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
  await create(messages.map(inBell), container)
  await create(await asEmails(messages, container), container)
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
  const users = await container
    .resolve(Modules.USER)
    .listUsers({}, { select: ["id", "email"], take: MOST_USERS })
  return mailed.flatMap((message) =>
    users
      .filter(({ id }) => message.user_id === null || message.user_id === id)
      .map(({ id, email }) => ({
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

/** A store without a provider for a channel is not told there, and no less runs. */
async function create(
  notifications: CreateNotificationDTO[],
  container: MedusaContainer
): Promise<void> {
  if (notifications.length === 0) {
    return
  }
  try {
    await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications(notifications)
  } catch (error) {
    if (!isWithoutProvider(error)) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .debug(
        `follow-ups: no provider serves the channel ${notifications[0]?.channel}`
      )
  }
}

function isWithoutProvider(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.message.includes("Could not find a notification provider")
  )
}
