import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookVocabularyResponse,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"

type Type = AdminFollowUpPlaybookVocabularyResponse["types"][number]

/**
 * The initial definition of a new playbook: that of an existing one of its type
 * (the plugin's own first), or else the type's default.
 */
export function startingDefinition(
  { type, starting_playbook }: Pick<Type, "type" | "starting_playbook">,
  playbooks: readonly AdminFollowUpPlaybook[]
): PlaybookDefinition {
  const ofType = playbooks.filter((playbook) => playbook.type === type)
  const model = ofType.find(({ is_seeded }) => is_seeded) ?? ofType[0]
  return model?.definition ?? starting_playbook
}
