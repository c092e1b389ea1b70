import {
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query"
import { useMemo } from "react"
import type {
  AdminCreateFollowUpCannedAnswer,
  AdminFollowUpCannedAnswer,
  AdminFollowUpCannedAnswerDeleteResponse,
  AdminFollowUpCannedAnswerListResponse,
  AdminFollowUpCannedAnswerResponse,
  AdminUpdateFollowUpCannedAnswer,
} from "../../src/api/admin/follow-ups/canned-answers/types"
import { useRuleNames } from "../desk/use-rule-names"
import { askWithoutClock, change, remove } from "./client"
import { followUpKeys } from "./keys"
import { live } from "./queries"
import { readAnew } from "./read-anew"

const PATH = "/canned-answers"
/** Far more than any shop has; the list is not paginated. */
const ALL = { limit: 200 }

const cannedAnswerKeys = {
  all: [...followUpKeys.all, "canned-answers"] as const,
}

export const useCannedAnswers = () => {
  const named = useRuleNames()
  return useQuery({
    ...live,
    select: named<AdminFollowUpCannedAnswer[]>,
    queryKey: cannedAnswerKeys.all,
    queryFn: async () => {
      const { canned_answers } =
        await askWithoutClock<AdminFollowUpCannedAnswerListResponse>(PATH, ALL)
      return canned_answers
    },
  })
}

/** Changes to canned answers; each promise rejects with the server's error. */
export const useCannedAnswerChanges = () => {
  const client = useQueryClient()
  const named = useRuleNames()
  return useMemo(() => cannedAnswerChanges(client, named), [client, named])
}

function cannedAnswerChanges(
  client: QueryClient,
  named: ReturnType<typeof useRuleNames>
) {
  /** Resolves once the list is up to date. */
  const followed = async <TAnswer>(answer: Promise<TAnswer>) => {
    try {
      return await answer
    } finally {
      await readAnew(client, { queryKey: cannedAnswerKeys.all })
    }
  }
  return {
    create: async (body: AdminCreateFollowUpCannedAnswer) => {
      const { canned_answer } = await followed(
        change<AdminFollowUpCannedAnswerResponse>(PATH, body)
      )
      return named(canned_answer)
    },
    update: async (id: string, body: AdminUpdateFollowUpCannedAnswer) => {
      const { canned_answer } = await followed(
        change<AdminFollowUpCannedAnswerResponse>(`${PATH}/${id}`, body)
      )
      return named(canned_answer)
    },
    remove: (id: string) =>
      followed(
        remove<AdminFollowUpCannedAnswerDeleteResponse>(`${PATH}/${id}`)
      ),
  }
}
