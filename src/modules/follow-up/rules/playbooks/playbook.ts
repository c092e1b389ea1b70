import { type PlaybookDefinition } from "../../../../desk/playbook"

/** A version of a playbook. */
export type PlaybookVersion = {
  id: string
  version: number
  type: string
  name: string
  definition: PlaybookDefinition
}

/** A playbook with its current version. */
export type Playbook = PlaybookVersion & {
  enabled: boolean
  /** Among the playbooks of its type: the first that matches wins. */
  position: number
  /** Whether it came with the plugin, which keeps it up to date. */
  is_seeded: boolean
  /** Whether the shop has changed it, so that upgrades leave it alone. */
  is_edited: boolean
}
