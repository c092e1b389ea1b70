import { setImmediate } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type BusinessCalendar, CalendarError } from "../../../business-time"
import {
  builtInName,
  customerLanguages,
  type FaultyText,
  FOLLOW_UP_MODULE,
  isSameLanguage,
  offeredAnswers,
  renderAnswer,
  renderScript,
  type Task,
} from "../../../modules/follow-up"
import type { AskedFor } from "../../../desk/handlers"
import type { OrderToReadOut } from "../../../shop/order-to-read-out"
import { scriptValuesOf } from "../kinds"
import { factsIn, promisedAt } from "./script-facts"
import type { ScriptCustomer } from "./script-people"

/** Who speaks to whom, about what. */
type Speaking = {
  shop: string
  agent: string
  customer: ScriptCustomer
  order: OrderToReadOut | null
  now: Date
}

export type WhatToSay = {
  script: string
  canned_answers: {
    id: string
    name: string
    text: string
    /** With the variables that have no value; null if each has one. */
    unfilled: string | null
    /** The language tag of the text, and whether the customer speaks it. */
    language: string
    is_customers_language: boolean
    for_now: boolean
  }[]
}

/**
 * The script of a task and its canned answers, in the customer's language, or
 * in `locale` if that is unknown. A faulty text is replaced by another one.
 */
export async function whatToSay(
  task: Task,
  speaking: Speaking,
  asked: AskedFor,
  container: MedusaContainer
): Promise<WhatToSay> {
  const { customer } = speaking
  const { locale, now } = asked
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const rulesOf = await followUp.rulesOf([task])
  const { type, playbook, calendar } = rulesOf(task)
  const languages = customerLanguages(customer, locale)
  const { script_variables } = followUp.settings
  const declaredIn = await scriptValuesOf(
    { task, order_id: task.order_id, customer_id: task.customer_id },
    asked,
    container
  )
  const factsOf = factsIn({
    ...speaking,
    order_display_id: task.order_display_id,
    promised_at: promisedAt(task, now),
    opens_at: opensAt(calendar.calendar, now),
    shop_time_zone: calendar.definition.time_zone,
  })
  const facts = (language: string) => ({
    ...factsOf(language),
    ...declaredIn(language),
  })
  const spoken = renderScript(
    type.scripts,
    playbook.definition.scripts,
    languages,
    facts,
    script_variables
  )
  const script = `script of playbook ${playbook.id}, version ${playbook.version}`
  warnOf(script, spoken.faulty, container)
  const canned_answers: WhatToSay["canned_answers"] = []
  for (const { id, name, texts, for_now } of offeredAnswers(
    await followUp.cannedAnswers(),
    task,
    playbook.definition.retry.fallback
  )) {
    // A text that is rendered for the first time is checked, too.
    await setImmediate()
    const { text, language, unfilled, faulty } = renderAnswer(
      texts,
      languages,
      facts,
      script_variables
    )
    warnOf(`canned answer ${id}`, faulty, container)
    // One that has nothing to say now, such as that the shop is closed.
    if (language !== null && text.trim() !== "") {
      canned_answers.push({
        id,
        name: builtInName(name, locale, followUp.settings),
        text,
        unfilled,
        language,
        is_customers_language: isSameLanguage(language, languages[0]),
        for_now,
      })
    }
  }
  return { script: spoken.text, canned_answers }
}

/** @returns null while the shop is open, or if it never opens again */
function opensAt(calendar: BusinessCalendar, now: Date): Date | null {
  try {
    return calendar.isOpen(now) ? null : calendar.nextOpening(now)
  } catch (error) {
    if (error instanceof CalendarError) {
      return null
    }
    throw error
  }
}

/** Logs where a text is faulty, but not its values, which are personal. */
function warnOf(
  what: string,
  faulty: FaultyText[],
  container: MedusaContainer
): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { language, fault } of faulty) {
    logger.warn(
      `follow-ups: the ${what} in ${language} was not used: ${fault.kind} in line ${fault.line}, column ${fault.column}`
    )
  }
}
