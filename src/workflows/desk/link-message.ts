import type { MedusaContainer } from "@medusajs/framework/types"
import { type ScriptLanguage, textIn } from "../../modules/follow-up"
import type { OrderFacts } from "../../shop/orders"
import { storeName } from "../../shop/store"
import { scriptCustomer } from "./call-sheet/script-people"

/** What a customer is sent with a link; the subject is that of an e-mail. */
export type LinkMessage = { subject: string; message: string }

/**
 * The words of a message in each language. `{shop}`, `{number}` of the order, and
 * `{name}`, the customer's with a comma before it, are filled in, and so is
 * whatever else the message is about.
 */
export type LinkWords = {
  subject: Record<ScriptLanguage, string>
  message: Record<ScriptLanguage, string>
}

/** Whom a message is for. */
export type LinkRecipient = {
  order: OrderFacts | null
  language: string | null
  /** Whether whoever reads the message before it is sent may know their name. */
  may_be_named: boolean
}

/**
 * The message to an order's customer in their language, or else in English. They
 * are greeted by their first name where it is known.
 */
export async function linkMessage(
  words: LinkWords,
  { order, language, may_be_named }: LinkRecipient,
  values: Readonly<Record<string, string>>,
  container: MedusaContainer
): Promise<LinkMessage> {
  const { first_name } = may_be_named
    ? await scriptCustomer(null, order, [], container)
    : { first_name: "" }
  const known: Readonly<Record<string, string>> = {
    ...values,
    shop: await storeName(container),
    number: `${order?.display_id ?? ""}`,
    name: first_name && `, ${first_name}`,
  }
  const filled = (texts: Record<ScriptLanguage, string>) =>
    (textIn(texts, language ?? "en") ?? texts.en).replace(
      /\{(\w+)\}/g,
      (_, name: string) => known[name] ?? ""
    )
  return { subject: filled(words.subject), message: filled(words.message) }
}
