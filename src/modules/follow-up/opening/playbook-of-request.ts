import type { Judgement, OpenRequest } from "../task/open-request"
import { Refusal } from "../../../refusals"
import { factsOfRequest } from "./facts-of-request"
import { triggerOf } from "./asked-in-vain"
import { choosePlaybook, WAITS_FOR_ANSWER } from "./choose-playbook"
import { triggeredBy } from "../rules/playbooks/triggered-by"
import type { Playbook } from "../rules/playbooks/playbook"
import type { RuleBook } from "../rules/rule-book"

/**
 * Why a request opened nothing:
 * - `known_key`: an earlier request with its `dedupe_key` has opened a task
 * - `switched_off`: the named playbook, or every one of the type, is switched
 *   off
 * - `no_trigger`: no enabled playbook of the type has the request's trigger
 * - `no_match`: none of those that have it has conditions that are met
 */
export type NotOpenedReason =
  "known_key" | "switched_off" | "no_trigger" | "no_match"

/**
 * The playbook that a request names, whatever its conditions; otherwise the
 * first of its type that matches. A condition without an answer does not
 * prevent opening, as nobody asks again.
 *
 * @throws Refusal if the named playbook is of another type
 */
export function playbookOfRequest(
  request: OpenRequest,
  { playbooks }: Pick<RuleBook, "playbooks">,
  default_country: string | null
): Playbook | Exclude<NotOpenedReason, "known_key"> {
  const { type, playbook_id } = request
  const ofType = playbooks.filter((playbook) => playbook.type === type)
  if (playbook_id !== undefined) {
    const named = findNamed(playbook_id, type, ofType)
    return named.enabled ? named : "switched_off"
  }
  if (!ofType.some(({ enabled }) => enabled)) {
    return "switched_off"
  }
  const trigger = triggerOf(request)
  if (triggeredBy(trigger, ofType).length === 0) {
    return "no_trigger"
  }
  const { facts } =
    request.judgement ?? judgedByItself(request, trigger, default_country)
  const chosen = choosePlaybook(
    type,
    trigger,
    facts,
    { playbooks: ofType },
    "open"
  )
  return chosen && chosen !== WAITS_FOR_ANSWER ? chosen : "no_match"
}

/** Judges a request by its own facts alone. */
export function judgedByItself(
  request: OpenRequest,
  trigger: string,
  default_country: string | null
): Judgement {
  const conditions = factsOfRequest(request, default_country)
  return { trigger, facts: { conditions, extensionAnswers: new Map() } }
}

function findNamed(
  playbook_id: string,
  type: string,
  ofType: Playbook[]
): Playbook {
  const named = ofType.find(({ id }) => id === playbook_id)
  if (!named) {
    const ids = ofType.map(({ id }) => id)
    const values = { was: playbook_id, type }
    throw ids.length > 0
      ? new Refusal("playbook_not_of_type", { ...values, allowed: ids }, [
          "playbook_id",
        ])
      : new Refusal("type_without_playbook", values, ["playbook_id"])
  }
  return named
}
