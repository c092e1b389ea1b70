import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import { DELIVERY_WINDOW_MODULE } from "../../../modules/delivery-window"
import {
  asLanguageTag,
  isLanguageTag,
  parseTexts,
  scriptVariable,
  textIn,
} from "../../../modules/follow-up"
import { Refusal } from "../../../refusals"
import { servedChannels } from "../../../shop/channels"
import { loadOrders } from "../../../shop/orders"
import { DEFAULT_TEXTS, type TextParts } from "./default-texts"
import {
  MESSAGE_KINDS,
  MESSAGE_VARIABLES,
  type MessageKind,
} from "./message-kinds"
import { exampleFacts, exampleTold, messageFacts } from "./message-facts"
import { writeDraft } from "./message-text"

/** A text to customers in one language, and whether the shop has changed it. */
export type TextNow = TextParts & {
  kind: MessageKind
  language: string
  is_own: boolean
}

/** All texts to customers, the plugin's own where the shop has none. */
export async function textsNow(container: MedusaContainer): Promise<{
  texts: TextNow[]
  variables: ReturnType<typeof scriptVariable>[]
  channels: string[]
}> {
  const own = await container.resolve(DELIVERY_WINDOW_MODULE).readTexts()
  const texts = MESSAGE_KINDS.flatMap((kind) => {
    const theirs = own.filter((text) => text.kind === kind)
    const languages = new Set([
      ...Object.keys(DEFAULT_TEXTS),
      ...theirs.map(({ language }) => language),
    ])
    return [...languages].map((language): TextNow => {
      const changed = theirs.find((text) => text.language === language)
      return {
        kind,
        language,
        ...(changed
          ? { subject: changed.subject, body: changed.body }
          : defaultText(kind, language)),
        is_own: changed !== undefined,
      }
    })
  })
  return {
    texts,
    variables: MESSAGE_VARIABLES.map(scriptVariable),
    channels: ["email", "sms"].filter((channel) =>
      servedChannels(container).has(channel)
    ),
  }
}

export type ChangeTextInput = {
  kind: string
  language: string
  /** Null puts the text back to the plugin's own. */
  text: TextParts | null
  /** The user who changes it; null for a program. */
  actor_id: string | null
}

const changeDeliveryTextStep = createStep(
  "change-delivery-text",
  async (input: ChangeTextInput, { container }) => {
    const module = container.resolve(DELIVERY_WINDOW_MODULE)
    const kind = kindOf(input.kind)
    const language = asLanguageTag(input.language)
    if (!isLanguageTag(language)) {
      throw new Refusal("not_a_language_tag", { was: language }, ["language"])
    }
    if (input.text) {
      const { subject, body } = input.text
      parseTexts({ [language]: subject }, [], "subject", MESSAGE_VARIABLES)
      parseTexts({ [language]: body }, [], "body", MESSAGE_VARIABLES)
      await module.saveText(
        { kind, language, subject, body },
        input.actor_id,
        clockOf(container).now()
      )
    } else {
      await module.removeText({ kind, language })
    }
    return new StepResponse<TextNow>({
      kind,
      language,
      ...(input.text ?? defaultText(kind, language)),
      is_own: input.text !== null,
    })
  }
)

/**
 * Changes what customers are told in a language, or puts it back to the
 * plugin's own text.
 *
 * @throws INVALID_DATA for an unknown kind, for what is no language tag, and for
 * a text that is no Liquid or has unknown variables
 */
export const changeDeliveryTextWorkflow = createWorkflow(
  { name: "follow-ups-change-delivery-text" },
  (input: ChangeTextInput) =>
    new WorkflowResponse(changeDeliveryTextStep(input))
)

/**
 * A draft as the customer would read it.
 *
 * @param order_id - filled in; examples if omitted
 * @throws Refusal for an unknown order
 */
export async function previewText(
  draft: TextParts,
  language: string,
  order_id: string | undefined,
  container: MedusaContainer
): Promise<ReturnType<typeof writeDraft>> {
  if (order_id === undefined) {
    return writeDraft(draft, exampleFacts(language))
  }
  const order = (await loadOrders([order_id], container)).get(order_id)
  if (!order) {
    throw new Refusal("order_not_found", { id: order_id }, ["order_id"])
  }
  const now = clockOf(container).now()
  const { factsOf } = await messageFacts(
    order,
    await exampleTold(order_id, now, container),
    now,
    container
  )
  return writeDraft(draft, factsOf(language))
}

function kindOf(given: string): MessageKind {
  const kind = MESSAGE_KINDS.find((known) => known === given)
  if (!kind) {
    throw new Refusal("not_one_of", { was: given, allowed: MESSAGE_KINDS }, [
      "kind",
    ])
  }
  return kind
}

/** Of another language than the plugin's: the English one, to begin with. */
function defaultText(kind: MessageKind, language: string): TextParts {
  const part = (name: keyof TextParts) =>
    textIn(
      Object.fromEntries(
        Object.entries(DEFAULT_TEXTS).map(([tag, texts]) => [
          tag,
          texts[kind][name],
        ])
      ),
      language
    ) ?? DEFAULT_TEXTS.en[kind][name]
  return { subject: part("subject"), body: part("body") }
}
