/** @param number - in E.164 */
export function telLink(number: string): string {
  return `tel:${encodeURIComponent(number).replace("%2B", "+")}`
}

/** @param number - in E.164 */
export function smsLink(number: string, body: string): string {
  return `${telLink(number).replace("tel:", "sms:")}?body=${encodeURIComponent(body)}`
}

/**
 * A link that writes to an address. An address may contain `?` and `&`, which
 * would begin the subject or the body.
 */
export function mailLink(email: string, body = ""): string {
  const at = email.lastIndexOf("@")
  const address =
    at === -1
      ? encodeURIComponent(email)
      : `${encodeURIComponent(email.slice(0, at))}@${encodeURIComponent(email.slice(at + 1))}`
  return body
    ? `mailto:${address}?body=${encodeURIComponent(body.replace(/\r?\n/g, "\r\n"))}`
    : `mailto:${address}`
}
