import { type PlaybookDefinition } from "../../../../desk/playbook"

/** One version of a playbook, as tasks are opened and worked under it. */
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
  /** Whether the plugin brought it, and so keeps it up to date. */
  is_seeded: boolean
  /** Whether the shop has changed it: then no upgrade does. */
  is_edited: boolean
}
