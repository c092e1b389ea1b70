import type { Shortcut } from "../../keyboard/shortcuts"

/** What `?` shows on the board. */
export const BOARD_KEYS: readonly Shortcut[] = [
  { keys: ["↑", "↓", "←", "→"], does: "delivery.board.keys.go" },
  { keys: ["Shift ←", "Shift →"], does: "delivery.board.keys.beside" },
  { keys: ["m"], does: "delivery.board.keys.any" },
  { keys: ["u"], does: "delivery.board.keys.undo" },
  { keys: ["Enter"], does: "delivery.board.keys.order" },
  { keys: ["n"], does: "delivery.board.nextDay" },
  { keys: ["p"], does: "delivery.board.previousDay" },
  { keys: ["t"], does: "delivery.board.today" },
  { keys: ["b"], does: "delivery.board.keys.backlog" },
  { keys: ["q"], does: "delivery.board.print" },
  { keys: ["?"], does: "delivery.board.keys.help" },
]
