import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookVocabularyResponse,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"

type Type = AdminFollowUpPlaybookVocabularyResponse["types"][number]

/**
 * What a new playbook says at first: the same as the one that its type has (the
 * plugin's own before the shop's), or what the type begins with.
 */
export function startingDefinition(
  { type, starting_playbook }: Pick<Type, "type" | "starting_playbook">,
  playbooks: readonly AdminFollowUpPlaybook[]
): PlaybookDefinition {
  const ofType = playbooks.filter((playbook) => playbook.type === type)
  const model = ofType.find(({ is_seeded }) => is_seeded) ?? ofType[0]
  return model?.definition ?? starting_playbook
}
