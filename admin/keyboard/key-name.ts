type Pressed = Pick<KeyboardEvent, "key" | "code">

/**
 * The name of a pressed key, as our shortcuts use it: `j`, `1`, `/`, `Enter`.
 *
 * On a Cyrillic layout, the key that is `J` on a Latin one types `о`. Users
 * press the physical key, so there its position (`code`) decides.
 */
export function keyName({ key, code }: Pressed): string {
  if (key.length !== 1) {
    return key
  }
  if (isAscii(key)) {
    // On Cyrillic layouts the slash key types a dot, and a comma with Shift.
    return code === "Slash" ? (SLASH_KEY[key] ?? key) : key.toLowerCase()
  }
  return /^Key[A-Z]$/.test(code) ? code.charAt(3).toLowerCase() : key
}

const SLASH_KEY: Record<string, string> = { ".": "/", ",": "?" }

function isAscii(key: string): boolean {
  return key.charCodeAt(0) < 128
}
