import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  customerLanguages,
  type FaultyText,
  FOLLOW_UP_MODULE,
  offeredAnswers,
  renderAnswer,
  renderScript,
  type Task,
} from "../../../../../modules/follow-up"
import { scriptCustomer } from "../../scripts/script-customer"
import { factsIn, promisedAt } from "../../scripts/script-facts"
import { whoSpeaks } from "../../scripts/who-speaks"
import type { AdminFollowUpCallSheetResponse } from "../../types"

type CallSheet = AdminFollowUpCallSheetResponse["call_sheet"]

/**
 * The script of a task and the answers that can be sent for it, in the
 * customer's language; of a text that is broken, another one is used.
 */
export async function whatToSay(
  task: Task,
  order: CallSheet["order"],
  asked: { locale: string; user_id: string | null; now: Date },
  container: MedusaContainer
): Promise<Pick<CallSheet, "script" | "canned_answers">> {
  const { locale, user_id, now } = asked
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const rulesOf = await followUp.rulesOf([task])
  const { playbook, calendar } = rulesOf(task)
  const customer = await scriptCustomer(task, task.order_id, container)
  const languages = customerLanguages(customer, locale)
  const facts = factsIn({
    ...(await whoSpeaks(user_id, container)),
    customer,
    order,
    order_display_id: task.order_display_id,
    promised_at: promisedAt(task, now),
    shop_time_zone: calendar.definition.time_zone,
    now,
  })
  const spoken = renderScript(
    task.type,
    playbook.definition.scripts,
    languages,
    facts
  )
  const script = `script of playbook ${playbook.id}, version ${playbook.version}`
  warnOf(script, spoken.faulty, container)
  return {
    script: spoken.text,
    canned_answers: offeredAnswers(
      await followUp.cannedAnswers(),
      task,
      playbook.definition.retry.fallback
    ).flatMap(({ id, name, texts, for_now }) => {
      const { text, faulty } = renderAnswer(texts, languages, facts)
      warnOf(`canned answer ${id}`, faulty, container)
      return text === "" ? [] : [{ id, name, text, for_now }]
    }),
  }
}

/** Where a text is broken, without what it would have said: that is of people. */
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
