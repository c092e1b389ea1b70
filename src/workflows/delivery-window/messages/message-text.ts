import {
  type FactsIn,
  renderScript,
  renderText,
} from "../../../modules/follow-up"
import type { MessageText } from "../../../modules/delivery-window"
import { DEFAULT_TEXTS, type TextParts } from "./default-texts"
import { MESSAGE_VARIABLES, type MessageKind } from "./message-kinds"

/** A message as it leaves. */
export type Written = { subject: string; text: string; language: string }

/**
 * A message in the first of these languages that has a text: the shop's own, or
 * else the plugin's. A text that cannot be filled in is skipped.
 */
export function writeMessage(
  kind: MessageKind,
  own: readonly MessageText[],
  languages: readonly string[],
  factsOf: FactsIn
): Written {
  const write = (part: keyof TextParts, tags: readonly string[]) =>
    renderScript(
      defaultsOf(kind, part),
      Object.fromEntries(
        own
          .filter((text) => text.kind === kind)
          .map((text) => [text.language, text[part]])
      ),
      tags,
      factsOf,
      MESSAGE_VARIABLES
    )
  const body = write("body", languages)
  const language = body.language ?? "en"
  return {
    subject: write("subject", [language]).text.replace(/\s+/g, " "),
    text: body.text,
    language,
  }
}

/** Both parts of a draft, or what is wrong with each. */
export function writeDraft(draft: TextParts, facts: object) {
  return {
    subject: renderText(draft.subject, facts, MESSAGE_VARIABLES),
    body: renderText(draft.body, facts, MESSAGE_VARIABLES),
  }
}

function defaultsOf(kind: MessageKind, part: keyof TextParts) {
  return Object.fromEntries(
    Object.entries(DEFAULT_TEXTS).map(([language, texts]) => [
      language,
      texts[kind][part],
    ])
  )
}
