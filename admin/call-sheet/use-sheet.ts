import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { FollowUp } from "../api/follow-up"
import { callSheetOptions, followUpOptions } from "../api/queries"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { isClosed } from "../task/outcome-actions"
import { isOfCall, mergeTasks } from "./merge-tasks"

type Kept = {
  data: CallSheet | undefined
  tasks: readonly TaskOfCall[]
  /** The tasks that it was opened with; null until they are known. */
  first: readonly string[] | null
}

/**
 * The sheet of a task's call, which stays while one of its tasks after another
 * is settled.
 *
 * @param id - the task with which it is opened
 */
export const useSheet = (id: string) => {
  const { language } = useText()
  const [kept, setKept] = useState<Kept>({
    data: undefined,
    tasks: [],
    first: null,
  })
  // A closed task is in no call any more: the sheet is asked for by another.
  const open = kept.tasks.filter(({ follow_up }) => !isClosed(follow_up))
  const asked =
    open.find(({ follow_up }) => follow_up.id === id) ?? open[0] ?? null
  const query = useQuery({
    ...callSheetOptions(asked?.follow_up.id ?? id, language),
    placeholderData: keepPreviousData,
  })
  const { data, isFetchedAfterMount } = query

  let current = kept
  const isFirst = kept.first === null && isFetchedAfterMount
  if (data && (data !== kept.data || isFirst)) {
    const tasks = mergeTasks(kept.tasks, data.tasks)
    // What was cached may be older than the sheet.
    const first = isFirst ? tasks.map(({ follow_up }) => follow_up.id) : null
    current = { data, tasks, first: kept.first ?? first }
    setKept(current)
  }

  const details = useQueries({
    queries: current.tasks.map(({ follow_up }) =>
      followUpOptions(follow_up.id)
    ),
  }).map((detail) => detail.data)
  // A task that somebody else settled is no longer on the sheet of the others.
  const tasks = current.tasks
    .map((task, index) => {
      const { follow_up } = details[index] ?? task
      return follow_up.as_of > task.follow_up.as_of
        ? { ...task, follow_up }
        : task
    })
    .filter((task) => !data || isOfCall(task, data.tasks))

  return {
    data,
    tasks,
    /** Each opened with one task keeps its shape when another joins. */
    isOfOne: (current.first ?? current.tasks).length === 1,
    /** The tasks that joined since it was opened. */
    joined: tasks.filter(
      ({ follow_up }) =>
        current.first !== null && !current.first.includes(follow_up.id)
    ),
    /** Shows a task as a command left it, before the sheet is read again. */
    keep: (task: FollowUp) =>
      setKept((was) => ({
        ...was,
        tasks: was.tasks.map((said) =>
          said.follow_up.id === task.id ? { ...said, follow_up: task } : said
        ),
      })),
    activities: details.flatMap((detail) => detail?.activities ?? []),
    error: query.error,
    retry: () => void query.refetch(),
  }
}

export type Sheet = ReturnType<typeof useSheet>
