import { useTaskTypes } from "../api/queries"
import { labelText } from "../i18n/label-text"
import { useText } from "../i18n/use-text"

/** What task types are called: by the shop's own code, or by us. */
export const useTypeName = (): ((type: string) => string) => {
  const t = useText()
  const { data } = useTaskTypes()
  return (type) =>
    labelText(t, data?.task_types.find((known) => known.type === type)?.label) ??
    t.of("types", type)
}
