import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  isCatchAll,
  type Playbook,
  takenBefore,
} from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import { findPlaybook } from "./find-playbook"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookResponse,
} from "./types"

/**
 * Returns a function that presents one of these playbooks as the API does.
 * Their dates and task counts are read once for all of them.
 */
export async function playbookPresenter(
  playbooks: readonly Playbook[],
  container: MedusaContainer
): Promise<(playbook: Playbook) => AdminFollowUpPlaybook> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const active_tasks = await followUp.countActiveTasks("playbook_id")
  const book = await followUp.readRuleBook(clockOf(container).now())
  const inVain = await followUp.listAskedInVain(book)
  const stored = await followUp.listFollowUpPlaybooks(
    { id: playbooks.map(({ id }) => id) },
    {
      select: ["id", "created_at", "updated_at"],
      take: playbooks.length,
    }
  )
  return (playbook) => {
    const dates = findPlaybook(playbook.id, { playbooks: stored })
    return {
      id: playbook.id,
      name: playbook.name,
      type: playbook.type,
      enabled: playbook.enabled,
      position: playbook.position,
      version: playbook.version,
      is_seeded: playbook.is_seeded,
      is_edited: playbook.is_edited,
      definition: playbook.definition,
      is_catch_all: isCatchAll(
        playbook,
        followUp.settings.playbooks.get(playbook.type)?.definition.conditions
      ),
      taken_by: takenBefore(playbook, book.playbooks).map(({ id, name }) => ({
        id,
        name,
      })),
      active_tasks: active_tasks.get(playbook.id) ?? 0,
      asked_in_vain: inVain
        .filter(({ type }) => type === playbook.type && playbook.enabled)
        .map(({ trigger, since }) => ({ trigger, since: since.toISOString() })),
      created_at: new Date(dates.created_at).toISOString(),
      updated_at: new Date(dates.updated_at).toISOString(),
    }
  }
}

/**
 * Responds with the current state of a playbook.
 *
 * @throws Refusal for an unknown id
 */
export async function answerPlaybook(
  id: string | undefined,
  container: MedusaContainer,
  response: MedusaResponse<AdminFollowUpPlaybookResponse>
): Promise<void> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const playbook = findPlaybook(id, await followUp.readRuleBook(now))
  const present = await playbookPresenter([playbook], container)
  response.json({ playbook: present(playbook), now: now.toISOString() })
}
