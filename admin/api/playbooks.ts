import { useQuery } from "@tanstack/react-query"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookListResponse,
  AdminFollowUpPlaybookResponse,
  AdminFollowUpPlaybookVocabularyResponse,
} from "../../src/api/admin/follow-ups/playbooks/types"
import { useRuleNames } from "../desk/use-rule-names"
import { ask, askWithoutClock } from "./client"
import { followUpKeys } from "./keys"
import { HOUR_MS, live, retry } from "./queries"

export const PLAYBOOKS = "/playbooks"
/** Far more than any shop has; the list is not paginated. */
const ALL = { limit: 200 }

export const playbookKeys = {
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
        PLAYBOOKS,
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
        `${PLAYBOOKS}/${id}`,
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
        `${PLAYBOOKS}/vocabulary`
      ),
  })
