/** Marks what shows our keys, so that it does not switch them off. */
export const KEEPS_KEYS = "data-follow-ups-keeps-keys"

const TYPING = "input, textarea, select, [contenteditable='true']"
const OWN_KEYS = "[role='menu'], [role='listbox'], [role='combobox']"
const DIALOG = `[role='dialog']:not([${KEEPS_KEYS}]), [role='alertdialog']`

/**
 * Whether a key that was pressed on `target` is meant for us.
 *
 * @param within - the dialog that the keys work in; null for the page itself,
 *   whose keys rest while any dialog is open
 */
export function listens(
  target: EventTarget | null,
  within: Element | null
): boolean {
  if (!(target instanceof Element)) {
    return within === null
  }
  if (target.closest(TYPING) || target.closest(OWN_KEYS)) {
    return false
  }
  const open = [...document.querySelectorAll(DIALOG)]
  return within === null
    ? open.length === 0
    : open.every((dialog) => dialog === within)
}
