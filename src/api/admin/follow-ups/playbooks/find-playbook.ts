import { MedusaError } from "@medusajs/framework/utils"

/** @throws MedusaError NOT_FOUND for an unknown id */
export function findPlaybook<Playbook extends { id: string }>(
  id: string | undefined,
  { playbooks }: { playbooks: readonly Playbook[] }
): Playbook {
  const playbook = playbooks.find((playbook) => playbook.id === id)
  if (!playbook) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Playbook with id: ${id} was not found`
    )
  }
  return playbook
}
