import { useTaskTypes } from "../api/queries"
import { ownLabel } from "../i18n/own-label"
import { useText } from "../i18n/use-text"

/** What task types are called: by the shop's own code, or by us. */
export const useTypeName = (): ((type: string) => string) => {
  const t = useText()
  const { data } = useTaskTypes()
  return (type) =>
    ownLabel(t, data?.task_types.find((known) => known.type === type)?.label) ??
    t.of("types", type)
}
