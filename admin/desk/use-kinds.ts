import { useMemo } from "react"
import type { AdminFollowUpTaskTypesResponse } from "../../src/api/admin/follow-ups/types"
import { useTaskTypes } from "../api/queries"
import { useText } from "../i18n/use-text"
import { kindsIn, type Kinds } from "./kinds"

export const useKinds = (): Kinds => {
  const t = useText()
  const { data, isError } = useTaskTypes()
  return useMemo(
    () => kindsIn(t, data ?? (isError ? NOTHING_DECLARED : undefined)),
    [t, data, isError]
  )
}

const NOTHING_DECLARED: AdminFollowUpTaskTypesResponse = {
  task_types: [],
  cancel_reasons: [],
  changes: [],
  built_in_names: [],
}
