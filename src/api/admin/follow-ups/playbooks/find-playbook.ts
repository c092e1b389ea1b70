import { Refusal } from "../../../../refusals"

/** @throws Refusal for an unknown id */
export function findPlaybook<Playbook extends { id: string }>(
  id: string | undefined,
  { playbooks }: { playbooks: readonly Playbook[] }
): Playbook {
  const playbook = playbooks.find((playbook) => playbook.id === id)
  if (!playbook) {
    throw new Refusal("playbook_not_found", { id: id ?? "" })
  }
  return playbook
}
