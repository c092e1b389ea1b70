/** A version of a playbook or of a calendar, and what that was called. */
export type RuleVersion = { id: string; name: string; version: number }

/** What of a rule is written down. */
export const naming = ({ id, name, version }: RuleVersion): RuleVersion => ({
  id,
  name,
  version,
})
