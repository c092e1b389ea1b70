import {
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query"
import { useMemo } from "react"
import type {
  AdminCreateFollowUpPlaybook,
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookDeleteResponse,
  AdminFollowUpPlaybookListResponse,
  AdminFollowUpPlaybookResponse,
  AdminFollowUpPlaybookVocabularyResponse,
  AdminOrderFollowUpPlaybooks,
  AdminUpdateFollowUpPlaybook,
} from "../../src/api/admin/follow-ups/playbooks/types"
import { useRuleNames } from "../desk/use-rule-names"
import { ask, askWithoutClock, change, dryRunIn, remove } from "./client"
import { followUpKeys } from "./keys"
import { HOUR_MS, live, retry } from "./queries"
import { readAnew } from "./read-anew"

const PATH = "/playbooks"
/** Far more than any shop has; the list is not paginated. */
const ALL = { limit: 200 }

const playbookKeys = {
  all: [...followUpKeys.all, "playbooks"] as const,
  list: [...followUpKeys.all, "playbooks", "list"] as const,
  detail: (id: string) =>
    [...followUpKeys.all, "playbooks", "detail", id] as const,
  vocabulary: [...followUpKeys.all, "playbook-vocabulary"] as const,
}

export const usePlaybooks = () => {
  const named = useRuleNames()
  return useQuery({
    ...live,
    select: named<AdminFollowUpPlaybook[]>,
    queryKey: playbookKeys.list,
    queryFn: async ({ signal }) => {
      const answer = await ask<AdminFollowUpPlaybookListResponse>(
        PATH,
        ALL,
        signal
      )
      return answer.playbooks
    },
  })
}

export const usePlaybook = (id: string) => {
  const named = useRuleNames()
  return useQuery({
    ...live,
    select: named<AdminFollowUpPlaybook>,
    queryKey: playbookKeys.detail(id),
    queryFn: async ({ signal }) => {
      const answer = await ask<AdminFollowUpPlaybookResponse>(
        `${PATH}/${id}`,
        undefined,
        signal
      )
      return answer.playbook
    },
  })
}

/** What a playbook may contain; it changes only when an extension does. */
export const usePlaybookVocabulary = () =>
  useQuery({
    retry,
    staleTime: HOUR_MS,
    queryKey: playbookKeys.vocabulary,
    queryFn: () =>
      askWithoutClock<AdminFollowUpPlaybookVocabularyResponse>(
        `${PATH}/vocabulary`
      ),
  })

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
    create: (body: AdminCreateFollowUpPlaybook) => keep(change(PATH, body)),
    update: (id: string, body: AdminUpdateFollowUpPlaybook) =>
      keep(change(`${PATH}/${id}`, body)),
    /** Dry run of an update: its effect on the open tasks. Changes nothing. */
    tryOut: (id: string, body: AdminUpdateFollowUpPlaybook) =>
      dryRunIn(change(`${PATH}/${id}`, body, { dry_run: true })),
    /** Dry run of a reset: its effect on the open tasks. Changes nothing. */
    tryOutReset: (id: string) =>
      dryRunIn(change(`${PATH}/${id}/reset`, {}, { dry_run: true })),
    reset: (id: string) => keep(change(`${PATH}/${id}/reset`, {})),
    order: async (body: AdminOrderFollowUpPlaybooks) =>
      named(
        await followed(
          change<AdminFollowUpPlaybookListResponse>(`${PATH}/order`, body)
        )
      ),
    remove: (id: string) =>
      followed(remove<AdminFollowUpPlaybookDeleteResponse>(`${PATH}/${id}`)),
    /** Fetches the current playbook, bypassing the cache. */
    latest: async (id: string) => {
      const { playbook } = await ask<AdminFollowUpPlaybookResponse>(
        `${PATH}/${id}`
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
