import type { Judgement, OpenRequest } from "../task/open-request"
import { Refusal } from "../../../refusals"
import { factsOfRequest } from "./facts-of-request"
import { choosePlaybook, WAITS_FOR_ANSWER } from "./choose-playbook"

import type { Playbook } from "../rules/playbooks/playbook"
import type { RuleBook } from "../rules/rule-book"

/**
 * Why a request opened nothing:
 * - `known_key`: an earlier one with its `dedupe_key` has opened a task
 * - `switched_off`: the named playbook is, or every one of the type
 * - `no_match`: of those that are switched on, none has the trigger and
 *   conditions that are met
 */
export type NotOpenedReason = "known_key" | "switched_off" | "no_match"

/**
 * The playbook that a request names, whatever its conditions say; else the
 * first of its type that matches. Nobody asks again, so a condition that gave
 * no answer keeps nothing from being opened.
 *
 * @throws Refusal where the named one is none of the type
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
  const { trigger, facts } =
    request.judgement ??
    judgedByItself(request, request.trigger ?? "manual", default_country)
  const chosen = choosePlaybook(
    type,
    trigger,
    facts,
    { playbooks: ofType },
    "open"
  )
  return chosen && chosen !== WAITS_FOR_ANSWER ? chosen : "no_match"
}

/** A request of which nothing is known but what it says. */
export function judgedByItself(
  request: OpenRequest,
  trigger: string,
  default_country: string | null
): Judgement {
  const conditions = factsOfRequest(request, default_country)
  return { trigger, facts: { conditions, customFields: new Map() } }
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
