import {
  keepPreviousData,
  queryOptions,
  useQuery,
  type QueryClient,
} from "@tanstack/react-query"
import type {
  AdminFollowUpAssigneesResponse,
  AdminFollowUpAttempt,
  AdminFollowUpCallSheetResponse,
  AdminFollowUpCallSheetTask,
  AdminFollowUpDetailResponse,
  AdminFollowUpExplanationResponse,
  AdminFollowUpHealthResponse,
  AdminFollowUpLanguageResponse,
  AdminFollowUpListParams,
  AdminFollowUpListResponse,
  AdminFollowUpTaskTypesResponse,
} from "../../src/api/admin/follow-ups/types"
import {
  ask,
  askInBody,
  askWhoIAm,
  askWithoutClock,
  change,
  isForbidden,
  isRefusal,
} from "./client"
import { stamped, type FollowUp, type FollowUpAlone } from "./follow-up"
import { followUpKeys } from "./keys"
import { readAnew } from "./read-anew"

/** Refusals are not retried; anything else may be a network failure. */
export const retry = (failures: number, error: Error): boolean =>
  !isRefusal(error) && failures < 2

/** For data that others may change: refetched every time it is shown. */
export const live = {
  retry,
  staleTime: 0,
  refetchOnWindowFocus: "always",
} as const

/** For data that only the shop's code or its settings change. */
export const HOUR_MS = 3_600_000

/** How often a message that is being sent is asked for again. */
const BEING_SENT_MS = 2_000

export const listOptions = (params: AdminFollowUpListParams) =>
  queryOptions({
    ...live,
    queryKey: followUpKeys.list(params),
    queryFn: async ({ signal }) => {
      // An address is logged; what somebody searches for is not to be.
      const answer = await (params.q === undefined
        ? ask<AdminFollowUpListResponse>("", params, signal)
        : askInBody<AdminFollowUpListResponse>("/search", params, signal))
      return {
        count: answer.count,
        follow_ups: answer.follow_ups.map((task) => stamped(task, answer.now)),
      }
    },
  })

export const useFollowUps = (params: AdminFollowUpListParams, enabled = true) =>
  useQuery({
    ...listOptions(params),
    enabled,
    placeholderData: keepPreviousData,
  })

export const followUpOptions = (id: string) =>
  queryOptions({
    ...live,
    queryKey: followUpKeys.detail(id),
    queryFn: async ({ signal }) => {
      const answer = await ask<AdminFollowUpDetailResponse>(
        `/${id}`,
        undefined,
        signal
      )
      return {
        follow_up: stamped(answer.follow_up, answer.now),
        attempts: answer.attempts,
        activities: answer.activities,
      }
    },
    refetchInterval: ({ state }) => whileBeingSent(state.data?.attempts),
  })

/** A message that leaves the shop is no change of the queue: nobody is told. */
const whileBeingSent = (attempts: AdminFollowUpAttempt[] = []) =>
  attempts.some(({ message }) => message?.status === "pending") && BEING_SENT_MS

export const useFollowUp = (id: string) => useQuery(followUpOptions(id))

/** A task of the call, with its script. */
export type TaskOfCall = Omit<AdminFollowUpCallSheetTask, "follow_up"> & {
  follow_up: FollowUp
}

export type CallSheet = Omit<
  AdminFollowUpCallSheetResponse["call_sheet"],
  "tasks"
> & { tasks: TaskOfCall[] }

export const callSheetOptions = (id: string, locale: string) =>
  queryOptions({
    ...live,
    queryKey: followUpKeys.callSheet(id, locale),
    queryFn: async ({ signal }): Promise<CallSheet> => {
      const { call_sheet, now } = await ask<AdminFollowUpCallSheetResponse>(
        `/${id}/call-sheet`,
        { locale },
        signal
      )
      return {
        ...call_sheet,
        tasks: call_sheet.tasks.map((said) => ({
          ...said,
          follow_up: stamped(said.follow_up, now),
        })),
      }
    },
    refetchInterval: ({ state }) => whileBeingSent(state.data?.attempts),
  })

/** Whether the timers, the reconciler and the outbox work. */
export const useHealth = (everyMs: number) =>
  useQuery({
    ...live,
    queryKey: followUpKeys.health,
    refetchInterval: unlessForbidden(everyMs),
    queryFn: ({ signal }) =>
      ask<AdminFollowUpHealthResponse>("/health", undefined, signal),
  })

/** Stops polling after a "forbidden" answer, until the page is opened again. */
export const unlessForbidden =
  (everyMs: number) =>
  ({ state }: { state: { error: unknown } }): number | false =>
    isForbidden(state.error) ? false : everyMs

/** Refetches every list, task and call sheet on the page. */
export function refetchTasks(client: QueryClient): void {
  for (const queryKey of [
    followUpKeys.lists,
    followUpKeys.details,
    followUpKeys.callSheets,
  ]) {
    void readAnew(client, { queryKey })
  }
}

export const useExplanation = (task: FollowUpAlone, enabled: boolean) =>
  useQuery({
    retry,
    enabled,
    staleTime: HOUR_MS,
    queryKey: followUpKeys.explanation(
      task.id,
      [
        task.response_target_at,
        task.response_limit_at,
        task.playbook.version,
        task.calendar.version,
      ].join(" ")
    ),
    queryFn: async ({ signal }) => {
      const answer = await ask<AdminFollowUpExplanationResponse>(
        `/${task.id}/explanation`,
        undefined,
        signal
      )
      return answer.explanation
    },
  })

export const useTaskTypes = () =>
  useQuery({
    retry,
    staleTime: HOUR_MS,
    queryKey: followUpKeys.taskTypes,
    queryFn: () =>
      askWithoutClock<AdminFollowUpTaskTypesResponse>("/task-types"),
  })

export const useAssignees = (enabled: boolean) =>
  useQuery({
    retry,
    enabled,
    staleTime: 60_000,
    queryKey: followUpKeys.assignees,
    queryFn: () =>
      askWithoutClock<AdminFollowUpAssigneesResponse>("/assignees", {
        limit: 200,
      }),
  })

/** The id of the logged-in user; undefined until it is known. */
export const useMyId = (): string | undefined =>
  useQuery({
    retry,
    staleTime: Infinity,
    queryKey: followUpKeys.me,
    queryFn: askWhoIAm,
  }).data?.id

/** Tells the server the user's language, in which it then notifies them. */
export const useTellLanguage = (language: string, enabled: boolean) =>
  useQuery({
    retry,
    enabled,
    staleTime: Infinity,
    queryKey: followUpKeys.language(language),
    queryFn: () =>
      change<AdminFollowUpLanguageResponse>("/language", { language }),
  })
