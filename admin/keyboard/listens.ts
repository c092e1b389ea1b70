/** Marks popups that do not disable our shortcuts while open. */
export const KEEPS_KEYS = "data-follow-ups-keeps-keys"

/** Marks forms in which a letter or a digit begins a text, from any button. */
export const TAKES_TEXT = "data-follow-ups-takes-text"

/** Marks lists of choices in a sheet that has arrows and digits of its own. */
export const TAKES_CHOICE = "data-follow-ups-takes-choice"

const TAKERS = [
  [/^[\p{L}\p{N}]$/u, TAKES_TEXT],
  [/^Arrow(Up|Down)$/, KEEPS_KEYS],
  [/^(Arrow\w+|Home|End|Enter|[1-9])$/, TAKES_CHOICE],
] as const

/**
 * Whether a key begins a text in such a form, scrolls such a popup, or moves in
 * such a list.
 */
export function isTaken(key: string, target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    TAKERS.some(
      ([keys, taker]) => keys.test(key) && target.closest(`[${taker}]`) !== null
    )
  )
}

const TYPING = "input, textarea, select, [contenteditable='true']"
const OWN_KEYS = `[role='menu'], [role='listbox']:not([${TAKES_CHOICE}]), [role='combobox']`
const DIALOG = `[role='dialog']:not([${KEEPS_KEYS}]), [role='alertdialog']`

/** Whether a key pressed on `target` is of a text, or of what is chosen there. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null
}

/**
 * Whether a key pressed on `target` is meant for our shortcuts.
 *
 * @param within - the dialog with the shortcuts; null for the page itself,
 *   whose shortcuts are disabled while a dialog is open
 */
export function listens(
  target: EventTarget | null,
  within: Element | null
): boolean {
  if (!(target instanceof Element)) {
    return within === null
  }
  if (isTyping(target) || target.closest(OWN_KEYS)) {
    return false
  }
  const open = [...document.querySelectorAll(DIALOG)]
  return within === null
    ? open.length === 0
    : open.every((dialog) => dialog === within)
}
