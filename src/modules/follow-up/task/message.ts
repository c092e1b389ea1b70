import type { AttemptChannel } from "../../../desk/attempts"
import { Refusal } from "../../../refusals"
import { toE164 } from "../contact/phone"
import type { Task } from "./task"

/** What the shop writes to a customer. */
export type Message = {
  /** An e-mail address, or a phone number in E.164. */
  to: string
  /** Of an e-mail; null on other channels. */
  subject: string | null
  text: string
}

/** Whether a message left the shop; `error` is the provider's. */
export type MessageState =
  | { status: "pending" | "sent"; error: null }
  | { status: "failed"; error: string }

/** A message as it is kept with its attempt. */
export type KeptMessage = Message & MessageState

/** A message as it was asked for. */
export type GivenMessage = {
  to: string
  subject?: string | null
  text: string
}

/**
 * The longest text by channel, in characters: what the largest providers take.
 * SMS: Twilio (https://www.twilio.com/docs/api/errors/21617). Messengers:
 * WhatsApp and Telegram, 4,096. E-mail: no provider's limit is as low, so it is
 * that of a rendered text here.
 */
export const LONGEST_MESSAGE: Readonly<Record<AttemptChannel, number>> = {
  phone: 0,
  sms: 1_600,
  messenger: 4_096,
  email: 20_000,
}

/** A line of an e-mail without "Subject: " (RFC 5322, 2.1.1). */
export const LONGEST_SUBJECT = 989

/** RFC 5321, 4.5.3.1.3, without the angle brackets. */
const LONGEST_ADDRESS = 254

/** One address, so that none is added by a comma or a line break. */
const ADDRESS =
  /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/

/**
 * Validates a message to the customer of a task.
 *
 * @param country - of a number without a prefix
 * @throws Refusal for a recipient that the channel cannot have, or at whom
 * somebody else answered, and for a text that is empty or too long
 */
export function checkMessage(
  { to, subject, text }: GivenMessage,
  channel: AttemptChannel,
  { wrong_phones }: Pick<Task, "wrong_phones">,
  country: string | null
): Message {
  if (channel === "phone") {
    throw new Refusal("message_by_phone", {}, ["channel"])
  }
  const said = text.replace(/\r\n?/g, "\n").trim()
  if (said === "") {
    throw new Refusal("message_empty", {}, ["message", "text"])
  }
  const max = LONGEST_MESSAGE[channel]
  if (said.length > max) {
    throw new Refusal("message_too_long", { length: said.length, max }, [
      "message",
      "text",
    ])
  }
  refuseUnfilled(said, "text")
  if (channel !== "email") {
    const number = toE164(to, country)
    if (number === null) {
      throw new Refusal("message_no_number", { was: to }, ["message", "to"])
    }
    if (wrong_phones.some((wrong) => toE164(wrong, country) === number)) {
      throw new Refusal("message_wrong_number", { was: number }, [
        "message",
        "to",
      ])
    }
    return { to: number, subject: null, text: said }
  }
  const address = to.trim()
  if (address.length > LONGEST_ADDRESS || !ADDRESS.test(address)) {
    throw new Refusal("message_no_address", { was: to }, ["message", "to"])
  }
  const title = subject?.trim() ?? ""
  if (title === "" || /[\r\n]/.test(title) || title.length > LONGEST_SUBJECT) {
    throw new Refusal("message_no_subject", { max: LONGEST_SUBJECT }, [
      "message",
      "subject",
    ])
  }
  refuseUnfilled(title, "subject")
  return { to: address, subject: title, text: said }
}

/** A variable without a value stands in an answer's text until it is written. */
function refuseUnfilled(text: string, field: "text" | "subject"): void {
  const [variable] = /\{\{[^}]*\}\}|\{%[^%]*%\}/.exec(text) ?? []
  if (variable) {
    throw new Refusal("message_unfilled", { variable }, ["message", field])
  }
}

export function isSameMessage(
  one: Message | null | undefined,
  other: Message | null | undefined
): boolean {
  return (
    one?.to === other?.to &&
    one?.subject === other?.subject &&
    one?.text === other?.text
  )
}
