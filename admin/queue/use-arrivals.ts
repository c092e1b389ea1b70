import { useEffect, useRef, useState } from "react"
import type { FollowUp } from "../api/follow-up"

/** The calls most recently added to a list since it was first shown. */
export const useArrivals = (
  list: string,
  tasks: readonly FollowUp[] | undefined
): readonly FollowUp[] => {
  const seen = useRef<{ list: string; ids: Set<string> } | null>(null)
  const [arrived, setArrived] = useState<readonly FollowUp[]>([])

  useEffect(() => {
    if (!tasks) {
      return
    }
    const known = seen.current?.list === list ? seen.current.ids : null
    const fresh = known
      ? tasks.filter((task) => idsIn(task).every((id) => !known.has(id)))
      : []
    seen.current = {
      list,
      ids: new Set([...(known ?? []), ...tasks.flatMap(idsIn)]),
    }
    if (fresh.length > 0) {
      setArrived(fresh)
    }
  }, [list, tasks])

  return arrived
}

/** Another task of a call that is known may lead it. */
const idsIn = ({ id, call }: FollowUp): string[] =>
  call ? [id, call.person_id, ...call.tasks.map((each) => each.id)] : [id]
