import { useQueryClient, type QueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import type {
  AdminCreateFollowUpPlaybook,
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookDeleteResponse,
  AdminFollowUpPlaybookListResponse,
  AdminFollowUpPlaybookResponse,
  AdminOrderFollowUpPlaybooks,
  AdminUpdateFollowUpPlaybook,
} from "../../src/api/admin/follow-ups/playbooks/types"
import { useRuleNames } from "../desk/use-rule-names"
import { ask, change, dryRunIn, remove } from "./client"
import { followUpKeys } from "./keys"
import { playbookKeys, PLAYBOOKS } from "./playbooks"
import { readAnew } from "./read-anew"

/** Changes to playbooks; each promise rejects with the server's error. */
export const usePlaybookChanges = () => {
  const client = useQueryClient()
  const named = useRuleNames()
  return useMemo(() => playbookChanges(client, named), [client, named])
}

function playbookChanges(
  client: QueryClient,
  named: ReturnType<typeof useRuleNames>
) {
  const followed = async <TAnswer>(answer: Promise<TAnswer>) => {
    try {
      return await answer
    } finally {
      void readAnew(client, { queryKey: playbookKeys.all })
      void readAnew(client, { queryKey: followUpKeys.taskTypes })
    }
  }
  const keep = async (
    answer: Promise<AdminFollowUpPlaybookResponse>
  ): Promise<AdminFollowUpPlaybook> => {
    const { playbook } = await followed(answer)
    client.setQueryData(playbookKeys.detail(playbook.id), playbook)
    return named(playbook)
  }

  return {
    create: (body: AdminCreateFollowUpPlaybook) =>
      keep(change(PLAYBOOKS, body)),
    update: (id: string, body: AdminUpdateFollowUpPlaybook) =>
      keep(change(`${PLAYBOOKS}/${id}`, body)),
    /** Dry run of an update: its effect on the open tasks. Changes nothing. */
    tryOut: (id: string, body: AdminUpdateFollowUpPlaybook) =>
      dryRunIn(change(`${PLAYBOOKS}/${id}`, body, { dry_run: true })),
    /** Dry run of a reset: its effect on the open tasks. Changes nothing. */
    tryOutReset: (id: string) =>
      dryRunIn(change(`${PLAYBOOKS}/${id}/reset`, {}, { dry_run: true })),
    reset: (id: string) => keep(change(`${PLAYBOOKS}/${id}/reset`, {})),
    order: async (body: AdminOrderFollowUpPlaybooks) =>
      named(
        await followed(
          change<AdminFollowUpPlaybookListResponse>(`${PLAYBOOKS}/order`, body)
        )
      ),
    remove: (id: string) =>
      followed(
        remove<AdminFollowUpPlaybookDeleteResponse>(`${PLAYBOOKS}/${id}`)
      ),
    /** Fetches the current playbook, bypassing the cache. */
    latest: async (id: string) => {
      const { playbook } = await ask<AdminFollowUpPlaybookResponse>(
        `${PLAYBOOKS}/${id}`
      )
      return named(playbook)
    },
  }
}

/** Shows the list in its new order before the server has confirmed it. */
export const useShowOrder = () => {
  const client = useQueryClient()
  return (type: string, ids: readonly string[]) =>
    client.setQueryData<AdminFollowUpPlaybook[]>(playbookKeys.list, (shown) =>
      shown?.map((playbook) =>
        playbook.type === type
          ? { ...playbook, position: ids.indexOf(playbook.id) }
          : playbook
      )
    )
}
