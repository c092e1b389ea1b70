import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  FOLLOW_UP_MODULE,
  messagesTo,
  type NoticeMessage,
  parseNotice,
  type Reader,
  type WaitingNotice,
} from "../../modules/follow-up"
import type { WaitingItem } from "../../postgres/outbox"
import { dashboardAddress } from "../../shop/dashboard-address"
import { listUsers, usersThereAre } from "../../shop/users"
import { isWithoutProvider, notifyOnce, type Wanted } from "./notify-once"

/** More users than any shop has; each gets messages of their own. */
const MAX_USERS = 1_000

/** Then an e-mail is given up: it would come too late to help. */
const MAX_TRIES = 4

/**
 * Notifies people of escalations, each in their own language: in the
 * dashboard's bell, and by e-mail if the step asks for it and the store has a
 * provider.
 *
 * @throws MedusaError UNEXPECTED_STATE if an e-mail failed and should be
 * retried; people who were notified are not notified again then
 */
export async function sendNotices(
  waiting: WaitingItem[],
  container: MedusaContainer
): Promise<void> {
  const notices = await withCustomers(waiting, container)
  const readers = await readersOf(notices, container)
  const tries = Math.max(...waiting.map(({ attempts }) => attempts)) + 1
  const addressOf = addresses(container)
  const bells = readers.flatMap((reader) =>
    messagesTo(reader, notices).map((message) =>
      inBell(message, reader, addressOf(message).path)
    )
  )
  await create("feed", bells, container)
  const mailed = notices.filter(({ notice }) => notice.email)
  const mails = readers.flatMap((reader) =>
    messagesTo(reader, mailed).map((message) =>
      asEmail(message, reader, addressOf(message).url, tries)
    )
  )
  try {
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

/** The outbox keeps no names: they are as they are now. */
async function withCustomers(
  waiting: readonly WaitingItem[],
  container: MedusaContainer
): Promise<WaitingNotice[]> {
  const notices = waiting.map(({ id, data }) => ({
    id,
    notice: parseNotice(data),
  }))
  const ids = [...new Set(notices.map(({ notice }) => notice.id))]
  const tasks = await container
    .resolve(FOLLOW_UP_MODULE)
    .listFollowUpTasks(
      { id: ids },
      { select: ["id", "customer_name", "email"], take: ids.length }
    )
  const names = new Map(
    tasks.map(({ id, customer_name, email }) => [id, customer_name ?? email])
  )
  return notices.map(({ id, notice }) => ({
    id,
    notice,
    customer: names.get(notice.id) ?? null,
  }))
}

type Addressee = Reader & { email: string }

/** The existing users whom any of these notices is for. */
async function readersOf(
  notices: readonly WaitingNotice[],
  container: MedusaContainer
): Promise<Addressee[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const named = notices.flatMap(({ notice }) => notice.user_id ?? [])
  const [everyone, told, languages] = await Promise.all([
    named.length < notices.length ? listUsers(MAX_USERS, container) : [],
    usersThereAre([...new Set(named)], container),
    followUp.listLanguages(),
  ])
  const emails = new Map(
    [...everyone, ...told].map(({ id, email }) => [id, email])
  )
  return [...emails].map(([id, email]) => ({
    id,
    email,
    language: languages.get(id) ?? followUp.settings.language,
    knows_desk: languages.has(id),
  }))
}

/** Where a message leads: to its task's call sheet, or to the queue. */
function addresses(container: MedusaContainer) {
  const { path, url } = dashboardAddress(container)
  const given = container.resolve(FOLLOW_UP_MODULE).settings.dashboard_url
  const base = given ?? url
  return ({ task_id }: NoticeMessage) => {
    const page = `/follow-ups${task_id === null ? "" : `?task=${task_id}`}`
    return { path: path + page, url: base === null ? null : base + page }
  }
}

/**
 * The dashboard shows a notification with its title, its description and a
 * file. The file is the link: the plugin's part of the dashboard opens it.
 */
function inBell(message: NoticeMessage, reader: Reader, path: string): Wanted {
  const { title, description, link } = message
  return {
    notification: {
      ...about(message),
      to: reader.id,
      receiver_id: reader.id,
      channel: "feed",
      template: "admin-ui",
      data: { title, description, file: { filename: link, url: path } },
    },
    keys: [message.idempotency_key],
  }
}

function asEmail(
  message: NoticeMessage,
  { id, email }: Addressee,
  url: string | null,
  tries: number
): Wanted {
  const { title, description, link } = message
  const text = url === null ? description : `${description}\n\n${link}: ${url}`
  return {
    notification: {
      ...about(message),
      to: email,
      receiver_id: id,
      channel: "email",
      template: "follow-ups-escalation",
      content: { subject: title, text },
      data: { title, description, url },
    },
    keys: Array.from(
      { length: tries },
      (_, index) => `${message.idempotency_key}:${index + 1}`
    ),
  }
}

const about = ({ task_id }: NoticeMessage) => ({
  trigger_type: "follow-up.escalated",
  resource_id: task_id,
  resource_type: "follow_up",
})

/**
 * A store without a provider for a channel gets nothing there, and works
 * otherwise.
 */
async function create(
  channel: "feed" | "email",
  wanted: Wanted[],
  container: MedusaContainer
): Promise<void> {
  try {
    await notifyOnce(channel, wanted, container)
  } catch (error) {
    if (!isWithoutProvider(error)) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .debug(`follow-ups: no provider serves the channel ${channel}`)
  }
}
