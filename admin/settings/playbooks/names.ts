import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"

/** An unused name for a playbook: `Calls (copy)`, `Calls (copy 2)`. */
export function freeName(
  wanted: string,
  playbooks: readonly AdminFollowUpPlaybook[],
  numbered: (count: number) => string
): string {
  const taken = new Set(playbooks.map(({ name }) => name))
  let name = wanted
  for (let count = 2; taken.has(name); count += 1) {
    name = numbered(count)
  }
  return name
}
