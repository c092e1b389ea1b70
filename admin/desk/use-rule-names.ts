import { useCallback } from "react"
import { useKinds } from "./use-kinds"

/**
 * Returns a copy of an answer about calendars, playbooks or canned answers with
 * their built-in names in the dashboard's language.
 */
export const useRuleNames = (): (<TAnswer>(answer: TAnswer) => TAnswer) => {
  const { ruleName } = useKinds()
  return useCallback(
    <TAnswer>(answer: TAnswer): TAnswer =>
      JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
        key === "name" && typeof value === "string" ? ruleName(value) : value
      ),
    [ruleName]
  )
}
