import { createContext } from "react"
import type { CallSheet, TaskOfCall } from "../api/queries"

/** By what the customer can be written to from the sheet. */
export type WrittenChannel = CallSheet["channels"][number]["channel"]

/** A message before it is sent. */
export type MessageDraft = {
  channel: WrittenChannel
  to: string
  subject: string
  text: string
}

/**
 * What can be sent from the open sheet; null where nothing can, as no
 * notification provider serves a channel.
 */
export const Writing = createContext<{
  sheet: Pick<CallSheet, "channels" | "subject">
  /** Opens the form of a message, with a draft in it. */
  write: (draft: MessageDraft) => void
} | null>(null)

/** A draft with this text, by the first channel at which the customer is known. */
export function draftOf(
  { channels, subject }: Pick<CallSheet, "channels" | "subject">,
  answer?: Pick<TaskOfCall["canned_answers"][number], "text" | "unfilled">
): MessageDraft | null {
  const channel = channels.find(({ to }) => to !== null) ?? channels[0]
  return channel
    ? {
        channel: channel.channel,
        to: channel.to ?? "",
        subject,
        text: answer?.unfilled ?? answer?.text ?? "",
      }
    : null
}
