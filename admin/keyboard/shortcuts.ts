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

/** The shortcuts that `?` shows, by place. */
export const SHORTCUTS: Record<"queue" | "sheet", readonly Shortcut[]> = {
  queue: [
    { keys: ["j", "↓"], does: "keys.next" },
    { keys: ["k", "↑"], does: "keys.previous" },
    { keys: ["Enter"], does: "keys.open" },
    { keys: ["/"], does: "keys.search" },
    ...OPEN_TASK,
    UNDO,
    { keys: ["?"], does: "keys.help" },
  ],
  sheet: [
    { keys: ["j"], does: "keys.next" },
    { keys: ["k"], does: "keys.previous" },
    { keys: ["↓", "↑"], does: "keys.section" },
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
  ],
}
