/** A version of a playbook or calendar, with its name at that time. */
export type RuleVersion = { id: string; name: string; version: number }

/** The fields of a rule that are stored. */
export const naming = ({ id, name, version }: RuleVersion): RuleVersion => ({
  id,
  name,
  version,
})
