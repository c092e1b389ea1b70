import type { TextKey } from "../i18n/text-key"

export type Shortcut = { keys: readonly string[]; does: TextKey }

const OPEN_TASK: readonly Shortcut[] = [
  { keys: ["c"], does: "keys.claim" },
  { keys: ["t"], does: "keys.call" },
  { keys: ["1", "2", "…"], does: "keys.endings" },
  { keys: ["n"], does: "attempts.no_answer" },
  { keys: ["b"], does: "attempts.busy" },
  { keys: ["v"], does: "attempts.voicemail" },
  { keys: ["w"], does: "attempts.wrong_number" },
  { keys: ["l"], does: "attempts.call_back_later" },
  { keys: ["m"], does: "attempts.message_sent" },
]

const UNDO: Shortcut = { keys: ["u"], does: "keys.undo" }

/** What `?` shows in the queue. */
export const QUEUE_KEYS: readonly Shortcut[] = [
  { keys: ["j", "↓"], does: "keys.next" },
  { keys: ["k", "↑"], does: "keys.previous" },
  { keys: ["Enter"], does: "keys.open" },
  { keys: ["/"], does: "keys.search" },
  ...OPEN_TASK,
  UNDO,
  { keys: ["?"], does: "keys.help" },
]

/** What leads to a section of the sheet, by the section's name. */
export const SECTION_KEYS = {
  shortage: { keys: ["s"], does: "shortage.title" },
  delivery_window: { keys: ["d"], does: "delivery.title" },
} as const satisfies Record<string, Shortcut>

/**
 * What `?` shows on a sheet.
 *
 * @param sections - those that it has; the texts of others are not loaded
 */
export const sheetKeys = (
  sections: readonly { section: string }[]
): readonly Shortcut[] => [
  { keys: ["j"], does: "keys.next" },
  { keys: ["k"], does: "keys.previous" },
  { keys: ["↓", "↑"], does: "keys.section" },
  ...Object.entries(SECTION_KEYS).flatMap(([name, shortcut]) =>
    sections.some(({ section }) => section === name) ? [shortcut] : []
  ),
  ...OPEN_TASK,
  { keys: ["e"], does: "keys.write" },
  { keys: ["i"], does: "keys.note" },
  { keys: ["h"], does: "keys.wait" },
  { keys: ["a"], does: "keys.assign" },
  { keys: ["x"], does: "keys.cancel" },
  { keys: ["r"], does: "keys.reopen" },
  UNDO,
  { keys: ["Esc"], does: "keys.close" },
  { keys: ["?"], does: "keys.help" },
]
